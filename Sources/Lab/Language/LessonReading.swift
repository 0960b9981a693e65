import CafeWorld
import Crypto

/// What became of a file: a lesson when nothing is wrong with it, else every finding at once.
public struct LessonReading: Hashable, Sendable {
  public let lesson: Lesson?
  /// In the order of the file.
  public let diagnostics: [Diagnostic]

  /// Reads the bytes of a `.lab.md` file.
  ///
  /// `id`: what the file is named, without its suffix; the lesson must call itself the same.
  /// `scenes`: those whose names `world` may have.
  /// `isPaper`: the key was cut out of it; questions have none, and a task needs no solution.
  /// `variant`: which values the variables take; counted like digits, the last `vars` line fastest.
  /// `ahead`: how half of the steps are read while the others are.
  public init(
    _ bytes: [UInt8],
    id: String? = nil,
    scenes: Scenes = Scenes(),
    variant: Int = 0,
    isPaper: Bool = false,
    ahead: StepsRead.Ahead = { $0 }
  ) {
    var context = ReadingContext()
    context.isPaper = isPaper
    let source = LessonSource(bytes, log: &context.log)
    guard !source.lines.isEmpty || context.log.isEmpty else {
      // What could not be read at all has no other flaws.
      (lesson, diagnostics) = (nil, context.log.sorted)
      return
    }
    let (front, body) = FrontMatter.read(source.lines, scenes: scenes, &context.log)
    if let id, let front, front.lesson != id {
      let line = source.lines.first { $0.text.begins(with: "lesson:") } ?? source.lines[0]
      context.log.add(
        .badFrontMatterValue(key: "lesson", found: front.lesson, expected: "`\(id)`, as the file"),
        at: line.position
      )
    }
    let outline = OutlineReader.read(body, &context.log)
    let variables = Variable.read(outline.fences.filter { $0.kind == .vars }, &context.log)
    let count = Lesson.variants(of: variables)
    context.variables = Variables(variables, variant: variant % max(1, count))
    let preamble = Self.preamble(outline, &context)
    let steps = Self.steps(outline, end: body.last, &context, ahead)
    diagnostics = context.log.sorted
    lesson = front.flatMap { front in
      guard context.log.isEmpty, let scene = scenes[front.world] else { return nil }
      return Lesson(
        front: front,
        scene: scene,
        hash: Self.hash(of: bytes),
        variables: variables,
        variant: variant % max(1, count),
        preamble: preamble,
        steps: steps
      )
    }
  }

  private static func hash(of bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  private static func preamble(_ outline: Outline, _ context: inout ReadingContext) -> [Block] {
    for fence in outline.preamble.compactMap(\.fence) where ![.vars, .note].contains(fence.kind) {
      context.log.add(.fenceBeforeSteps(fence.kind), at: fence.opening.position)
    }
    return outline.preamble.map { Block($0, &context) }
  }

  private static func steps(
    _ outline: Outline,
    end: SourceLine?,
    _ context: inout ReadingContext,
    _ ahead: StepsRead.Ahead
  ) -> [Step] {
    let sections = outline.steps
    guard let first = sections.first, let end else {
      context.log.add(.noSteps, at: end?.position ?? SourcePosition(line: 1, column: 1))
      return []
    }
    let middle = (first.heading.number + end.number) / 2
    let half = sections.firstIndex { $0.heading.number > middle } ?? sections.endIndex
    let shared = context
    let later = ahead { StepsRead(sections[half...], shared) }
    let former = StepsRead(sections[..<half], shared)
    if let steps = former.joined(with: later()) { return steps }
    // Whatever is wrong is found by reading one step after the other.
    let all = StepsRead(sections[...], shared)
    context.log = all.log
    return all.steps
  }
}

/// Names that have been given, and where.
struct SeenNames {
  private var lines: [String: Int] = [:]

  /// Whether the name can be an id and is new; otherwise the log says why not.
  mutating func admit(_ name: SourceLine, _ log: inout DiagnosticLog) -> Bool {
    guard isID(name.text) else {
      log.add(.badID(name.string), at: name.position)
      return false
    }
    if let line = lines[name.string] {
      log.add(.duplicateID(name.string, firstLine: line), at: name.position)
      return false
    }
    lines[name.string] = name.number
    return true
  }

  func contains(_ name: String) -> Bool { lines[name] != nil }

  func isDisjoint(with other: Self) -> Bool { !lines.keys.contains(where: other.contains) }
}

/// Lower-case letters, digits and hyphens, beginning with a letter.
func isID(_ text: Substring) -> Bool {
  let allowed = text.utf8.allSatisfy {
    (97...122).contains($0) || (48...57).contains($0) || $0 == 45
  }
  let begins = text.utf8.first.map { (97...122).contains($0) } ?? false
  return allowed && begins && text.utf8.count <= LessonLimits.idCharacters
}
