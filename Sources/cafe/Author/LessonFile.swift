import ArgumentParser
import Glibc
import Lab
import Tutor

/// A lesson's file, and the other files beside it.
struct LessonFile: Sendable {
  /// As it is shown, and found again by an editor.
  let path: String
  let id: String
  let bytes: [UInt8]
  /// Every lesson and scene that this one can name.
  let library: Library

  /// Where it lies.
  var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

  /// All that has to be looked at before the lesson can be trusted, in the worlds of these seeds.
  func check(in seeds: [UInt64]) -> LessonCheck {
    LessonCheck(
      bytes,
      id: id,
      scenes: library.scenes,
      seeds: seeds,
      before: library.lessons(before:)
    )
  }

  /// One lesson that a person names by its file or its id.
  static func demanded(_ lesson: String, _ shared: SharedOptions) throws -> LessonFile {
    var paths = LessonPaths()
    paths.paths = [lesson]
    paths.shared = shared
    guard let file = try paths.files().lessons.first else {
      throw Output.failure("\(lesson) holds no lesson.")
    }
    return file
  }

  /// The lesson in it; one that cannot be read ends the program with what is wrong.
  func lesson(variant: Int = 0) throws -> Lesson {
    let reading = LessonReading(bytes, id: id, scenes: library.scenes, variant: max(0, variant))
    if let lesson = reading.lesson, !(0..<lesson.variants).contains(variant) {
      throw Output.failure(
        lesson.variants == 1
          ? "\(lesson.id) has one variant, which is 0."
          : "\(lesson.id) has the variants 0 to \(lesson.variants - 1)."
      )
    }
    guard let lesson = reading.lesson else {
      report(reading.diagnostics.map { Remark($0) }, in: path, json: false)
      throw ExitStatus.failure
    }
    return lesson
  }

  /// The text of an asset: of a file beside the lesson or in `Assets` beside its folder, else of
  /// one inside the binary.
  @Sendable func asset(_ path: String) -> String? {
    for root in [folder + "/../Assets", folder] where !path.contains("..") {
      if case .success(let text) = Files.text(root + "/" + path) { return text }
    }
    return Surroundings.asset(path)
  }
}

/// Lessons by their ids, their files, or the folders that hold them.
struct LessonPaths: ParsableArguments {
  @Argument(
    help: "Lessons: a file NAME.lab.md, a folder of them, or an id; without any, all at hand.",
    completion: .file()
  )
  var paths: [String] = []

  @OptionGroup var shared: SharedOptions

  /// Every lesson that is meant, each once, and the scenes that lie in the folders.
  func files() throws -> (lessons: [LessonFile], scenes: [SceneFile]) {
    let own = try shared.lessons.map { Shelf($0, try Files.lessons(in: $0)) }
    let further = (own?.files ?? []) + Content.lessons
    let atHand = Library(files: own?.files ?? [], of: shared.lessons, inside: Content.lessons)
    var lessons: [LessonFile] = []
    var scenes: [SceneFile] = []
    func add(_ id: String, _ path: String, _ library: Library) {
      guard let bytes = library.file(of: id), !lessons.contains(where: { $0.path == path }) else {
        return
      }
      lessons.append(LessonFile(path: path, id: id, bytes: bytes, library: library))
    }
    if paths.isEmpty {
      for id in atHand.ids { add(id, own?.path(of: id) ?? id + Library.suffix, atHand) }
      scenes = own?.scenes ?? []
    }
    for given in paths {
      let place = Place(given)
      guard place.isFolder || given.hasSuffix(Library.suffix) else {
        guard atHand.ids.contains(given) else { throw Self.refusal(of: given, atHand) }
        add(given, own?.path(of: given) ?? given + Library.suffix, atHand)
        continue
      }
      // Whoever names a file asks for nothing of its neighbours.
      let files = try Files.lessons(in: place.folder, isTold: place.isFolder)
      let shelf = Shelf(place.folder, files)
      let library = Library(files: shelf.files, of: place.folder, inside: further)
      if let name = place.name {
        if !shelf.files.contains(where: { $0.name == name }) {
          _ = try Files.demanded(given, atMost: Files.longestLesson)
        }
        add(String(name.dropLast(Library.suffix.count)), given, library)
        continue
      }
      for id in shelf.ids { add(id, place.folder + "/" + id + Library.suffix, library) }
      scenes += shelf.scenes
      guard !shelf.files.isEmpty else {
        throw Output.failure("\(given) holds no lesson: a lesson's name ends in \(Library.suffix).")
      }
    }
    return (lessons, scenes)
  }

  private static func refusal(of given: String, _ library: Library) -> ExitStatus {
    Output.failure(
      given.contains("/")
        ? "\(given) is neither a folder nor a lesson: its name must end in \(Library.suffix)."
        : library.complaint(about: given)
    )
  }

  /// The lessons and scenes of a folder.
  private struct Shelf {
    let folder: String
    let files: [(name: String, bytes: [UInt8])]

    init(_ folder: String, _ files: [(name: String, bytes: [UInt8])]) {
      self.folder = folder
      self.files = files
    }

    var ids: [String] {
      files.map(\.name).filter { $0.hasSuffix(Library.suffix) }
        .map { String($0.dropLast(Library.suffix.count)) }
    }

    var scenes: [SceneFile] { files.compactMap { SceneFile($0, in: folder) } }

    /// Nil: the lesson lies elsewhere.
    func path(of id: String) -> String? {
      ids.contains(id) ? folder + "/" + id + Library.suffix : nil
    }
  }

  /// A path that was given, as the folder that it leads to and the file there.
  private struct Place {
    let folder: String
    /// Nil: the folder itself is meant.
    let name: String?

    var isFolder: Bool { name == nil }

    init(_ path: String) {
      var status = stat()
      if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        let end = path.lastIndex { $0 != "/" } ?? path.startIndex
        folder = String(path[...end])
        name = nil
      } else if let slash = path.lastIndex(of: "/") {
        folder = slash == path.startIndex ? "/" : String(path[..<slash])
        name = String(path[path.index(after: slash)...])
      } else {
        folder = "."
        name = path
      }
    }
  }
}

/// A scene's file in a folder of lessons.
struct SceneFile {
  let path: String
  let reading: SceneReading

  /// Nil where the file holds no scene.
  init?(_ file: (name: String, bytes: [UInt8]), in folder: String) {
    guard file.name.hasSuffix(Scenes.suffix) else { return nil }
    path = folder + "/" + file.name
    reading = SceneReading(file.bytes, name: String(file.name.dropLast(Scenes.suffix.count)))
  }
}
