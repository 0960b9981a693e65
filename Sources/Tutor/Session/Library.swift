import Commands
public import Lab

/// The files of lessons and scenes at hand.
///
/// A file is read when its lesson is asked for, so that a start costs one lesson, however many
/// there are.
public struct Library: Sendable {
  public static let suffix = ".lab.md"

  /// The ids of the lessons, which are the names of their files.
  public let ids: [String]
  public let scenes: Scenes
  private let contents: [String: [UInt8]]
  private let ahead: StepsRead.Ahead
  /// The folder that somebody named, and the ids of the lessons that were found there.
  private let folder: String?
  private let outside: [String]

  /// Of files of one name the first counts.
  ///
  /// `folder`: where the program was told to find these files; `inside`: those that it has in
  /// itself, which come after them.
  /// `ahead`: how half of a lesson is read while the other half is.
  public init(
    files found: [(name: String, bytes: [UInt8])],
    of folder: String? = nil,
    inside: [(name: String, bytes: [UInt8])] = [],
    ahead: @escaping StepsRead.Ahead = { $0 }
  ) {
    let files = found + inside
    var ids: [String] = []
    var kept: [String: [UInt8]] = [:]
    for (name, bytes) in files where name.hasSuffix(Self.suffix) {
      let id = String(name.dropLast(Self.suffix.count))
      guard kept.updateValue(kept[id] ?? bytes, forKey: id) == nil else { continue }
      ids.append(id)
    }
    self.ids = ids
    self.folder = folder
    outside = found.map(\.name).filter { $0.hasSuffix(Self.suffix) }
      .map { String($0.dropLast(Self.suffix.count)) }
    scenes = Scenes(files: files)
    contents = kept
    self.ahead = ahead
  }

  /// The lesson, nil when there is none of this id or its file is broken.
  public subscript(id: String) -> Lesson? { reading(of: id)?.lesson }

  /// What became of the file of this id, in one of its variants.
  public func reading(of id: String, variant: Int = 0) -> LessonReading? {
    contents[id].map {
      LessonReading($0, id: id, scenes: scenes, variant: variant, ahead: ahead)
    }
  }

  /// What stands at the top of the file of this id, without reading the rest; nil: it is broken.
  public func front(of id: String) -> FrontMatter? {
    contents[id].flatMap { FrontMatter(atTopOf: $0) }
  }

  /// The lessons in the order in which they are best taken; only the tops of their files are read.
  public var course: Course { Course(ids.compactMap(front)) }

  /// The file of this id, and the files of scenes, as they were written.
  public func file(of id: String) -> [UInt8]? { contents[id] }

  /// What stands behind the id of a lesson in a shell, so that the program finds it: nothing, or
  /// the option with its folder.
  public func option(for id: String) -> String {
    guard let folder, outside.contains(id) else { return "" }
    return " --lessons \(quoted(folder))"
  }

  /// Why there is no lesson of this id, and the next thing to try.
  public func complaint(about id: String) -> String {
    if ids.contains(id) { return "The file of \(id) is broken; `lessons` says where." }
    if id.hasSuffix(Self.suffix) {
      let name = String(id.dropLast(Self.suffix.count).split(separator: "/").last ?? "")
      return "A lesson goes by its id here, and not by its file: "
        + (ids.contains(name)
          ? "name \(name)." : "name \(name), and its folder with --lessons DIR.")
    }
    let near = nearest(to: id, in: ids).map { "Did you mean \($0)?" }
    return "There is no lesson \(id). " + (near ?? "`lessons` lists them.")
  }

  /// The lesson with which the course begins: the first that rests on no other, or else the first
  /// that can be read.
  public var first: Lesson? {
    let alone = ids.filter { FrontMatter.standsAlone(contents[$0] ?? []) }
    // A lazy sequence would read the one that it finds twice.
    for id in alone + ids.filter({ !alone.contains($0) }) {
      if let lesson = self[id] { return lesson }
    }
    return nil
  }

  /// Every lesson that can be read; a broken one never stops the others.
  public var lessons: [Lesson] { ids.compactMap { self[$0] } }

  /// The lessons at hand that come before a lesson, and those before them, each once.
  public func lessons(before lesson: Lesson) -> [Lesson] {
    var found: [Lesson] = []
    var open = lesson.front.after
    while let id = open.popLast() {
      guard id != lesson.id, !found.contains(where: { $0.id == id }), let other = self[id] else {
        continue
      }
      found.append(other)
      open += other.front.after
    }
    return found
  }

  /// What is wrong with the others, by file name.
  public var broken: [(file: String, diagnostics: [Diagnostic])] {
    ids.compactMap { id in
      guard let reading = reading(of: id), reading.lesson == nil else { return nil }
      return (id + Self.suffix, reading.diagnostics)
    }
  }
}
