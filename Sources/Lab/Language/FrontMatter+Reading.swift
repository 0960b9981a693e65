import Commands
import Yams

extension FrontMatter {
  /// Cuts the front matter off and reads it; the rest keeps its line numbers.
  static func read(
    _ lines: [SourceLine],
    scenes: Scenes,
    _ log: inout DiagnosticLog
  ) -> (front: FrontMatter?, body: ArraySlice<SourceLine>) {
    guard let first = lines.first, isFence(first) else {
      log.add(.noFrontMatter, at: SourcePosition(line: 1, column: 1))
      return (nil, lines[...])
    }
    guard let end = lines.dropFirst().firstIndex(where: isFence) else {
      log.add(.frontMatterUnclosed, at: first.position)
      return (nil, lines.dropFirst().drop { !$0.text.begins(with: "#") })
    }
    let inside = lines[1..<end]
    guard inside.count <= LessonLimits.frontMatterLines, inside.allSatisfy(isShallow),
      inside.reduce(0, { $0 + brackets($1) }) <= LessonLimits.nesting
    else {
      log.add(.frontMatterTooDeep, at: first.position)
      return (nil, lines[(end + 1)...])
    }
    var reader = FrontMatterReader(first: first, scenes: scenes, log: log)
    let front = reader.read(inside)
    log = reader.log
    return (front, lines[(end + 1)...])
  }

  private static func isFence(_ line: SourceLine) -> Bool { line.trimmed().text == "---" }

  /// The YAML parser goes as deep as its input does, so depth is measured before it is called.
  private static func isShallow(_ line: SourceLine) -> Bool {
    let start = line.text.prefix { " \t-?:".contains($0) }
    return start.count <= LessonLimits.nesting && start.count(where: { !$0.isWhitespace }) <= 2
  }

  private static func brackets(_ line: SourceLine) -> Int {
    line.text.count { $0 == "[" || $0 == "{" }
  }
}

/// Turns the YAML between the fences into a front matter, key by key.
private struct FrontMatterReader {
  let first: SourceLine
  let scenes: Scenes
  var log: DiagnosticLog
  private var nodes: [String: Node] = [:]

  init(first: SourceLine, scenes: Scenes, log: DiagnosticLog) {
    self.first = first
    self.scenes = scenes
    self.log = log
  }

  mutating func read(_ lines: ArraySlice<SourceLine>) -> FrontMatter? {
    guard let root = compose(lines) else { return nil }
    guard let mapping = root.mapping else {
      log.add(.wrongShape(key: "front matter", expected: "keys with values"), at: first.position)
      return nil
    }
    noteKeys(of: mapping)
    return shapesAreRight() ? front() : nil
  }

  /// Values are taken as they are written, so that `no` stays no and `08` stays 08; hence the
  /// resolver without rules, which also spares the start of the program seven regular expressions.
  private mutating func compose(_ lines: ArraySlice<SourceLine>) -> Node? {
    do {
      let text = lines.reduce(into: "") { $0 += $1.string + "\n" }
      if let node = try Yams.compose(yaml: text, .basic) { return node }
      log.add(.missingFrontMatterKey("format"), at: first.position)
    } catch let error as YamlError {
      log.add(.frontMatterSyntax(reason: error.reason), at: position(error.mark))
    } catch {
      log.add(.frontMatterSyntax(reason: "it cannot be read"), at: first.position)
    }
    return nil
  }

  private func position(_ mark: Mark?) -> SourcePosition {
    mark?.position(below: first.number) ?? first.position
  }

  private mutating func noteKeys(of mapping: Node.Mapping) {
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if FrontMatterKeys.all.contains(name) {
        nodes[name] = value
      } else {
        let near = nearest(to: name, in: FrontMatterKeys.all)
        log.add(.unknownFrontMatterKey(name, near: near), at: position(key.mark))
      }
    }
  }

  private mutating func shapesAreRight() -> Bool {
    var areRight = true
    for key in FrontMatterKeys.all {
      guard let node = nodes[key] else { continue }
      let isRight: Bool
      let expected: String
      if FrontMatterKeys.lists.contains(key) {
        isRight = node.sequence?.allSatisfy { $0.scalar != nil } ?? false
        expected = "a list"
      } else if FrontMatterKeys.mappings.contains(key) {
        isRight = node.mapping?.allSatisfy { $0.value.scalar != nil } ?? false
        expected = "keys with values"
      } else {
        isRight = node.scalar != nil
        expected = "one value"
      }
      if !isRight { log.add(.wrongShape(key: key, expected: expected), at: position(node.mark)) }
      areRight = areRight && isRight
    }
    return areRight
  }

  private mutating func front() -> FrontMatter? {
    guard isReadable() else { return nil }
    let lesson = text("lesson")
    if let lesson, !isID(lesson[...]) { refuse("lesson", lesson, "an id such as `cafe-failover`") }
    let title = text("title")
    let minutes = text("minutes").flatMap { _ in number("minutes", 1...600) }
    let seed = seed()
    let world = text("world")
    if let world { check(scene: world) }
    let after = list("after")
    for id in after where !isID(id[...]) { refuse("after", id, "ids of lessons") }
    let grade = grade()
    let accepted = accepted()
    guard let lesson, let title, let minutes, let seed, let world else { return nil }
    return FrontMatter(
      lesson: lesson,
      title: title,
      minutes: minutes,
      seed: seed,
      world: world,
      after: after,
      goals: list("goals"),
      grade: grade,
      accepted: accepted
    )
  }

  private mutating func accepted() -> [Acceptance] {
    guard let mapping = nodes["accept"]?.mapping else { return [] }
    var accepted: [Acceptance] = []
    for (key, value) in mapping {
      let place = position(key.mark)
      let name = SourceLine((key.scalar?.string ?? "")[...], line: place.line)
      let reason = value.scalar?.string ?? ""
      if let read = Acceptance(name, reason, at: place, &log) { accepted.append(read) }
    }
    return accepted
  }

  private mutating func grade() -> FrontMatter.Grade {
    guard let mapping = nodes["grade"]?.mapping else { return FrontMatter.Grade() }
    var reader = GradeReader(linesAbove: first.number, log: log)
    let grade = reader.read(mapping)
    log = reader.log
    return grade
  }

  /// A scene that the engine knows is not read, and costs a start nothing.
  private mutating func check(scene name: String) {
    let place = position(nodes["world"]?.mark)
    if !scenes.names.contains(name) {
      log.add(.unknownScene(name, near: nearest(to: name, in: scenes.names)), at: place)
    } else if scenes[name] == nil {
      log.add(.brokenScene(name), at: place)
    }
  }

  private mutating func isReadable() -> Bool {
    guard let format = text("format") else { return false }
    guard format == String(FrontMatter.format) else {
      log.add(.unknownFormat(format), at: position(nodes["format"]?.mark))
      return false
    }
    return true
  }

  /// The value of a key that must be there.
  private mutating func text(_ key: String) -> String? {
    if let value = value(key), !value.isEmpty { return value }
    log.add(.missingFrontMatterKey(key), at: first.position)
    return nil
  }

  private func value(_ key: String) -> String? { nodes[key]?.scalar?.string }

  private func list(_ key: String) -> [String] {
    nodes[key]?.sequence?.compactMap { $0.scalar?.string } ?? []
  }

  private mutating func seed() -> UInt64? {
    guard let value = text("seed") else { return nil }
    if let seed = UInt64(value) { return seed }
    refuse("seed", value, "a whole number")
    return nil
  }

  private mutating func number(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let value = value(key) else { return nil }
    if let number = Int(value), range.contains(number) { return number }
    refuse(key, value, "a number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  private mutating func refuse(_ key: String, _ found: String, _ expected: String) {
    log.add(
      .badFrontMatterValue(key: key, found: found, expected: expected),
      at: position(nodes[key]?.mark)
    )
  }
}
