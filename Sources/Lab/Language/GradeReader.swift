import Commands
import OrderedCollections
import Yams

/// Reads the rules below `grade`, key by key.
struct GradeReader {
  /// How many lines of the file stand above the text that was parsed.
  let linesAbove: Int
  var log: DiagnosticLog
  private var nodes: [String: Node] = [:]

  init(linesAbove: Int, log: DiagnosticLog) {
    self.linesAbove = linesAbove
    self.log = log
  }

  static let verbs = RuledVerb.allCases.map(\.rawValue)
  static let keys =
    ["tries", "minutes", "pass", "feedback", "silent", "shown", "supervised", "start", "draw"]
    + verbs

  /// Reads a file that holds nothing else.
  mutating func read(_ lines: ArraySlice<SourceLine>) -> FrontMatter.Grade? {
    let first = SourcePosition(line: 1, column: 1)
    guard lines.count <= LessonLimits.frontMatterLines,
      lines.allSatisfy({ !$0.text.contains { "[{&*!".contains($0) } && !$0.isIndented })
    else {
      log.add(.wrongShape(key: "a file of rules", expected: "keys with values"), at: first)
      return nil
    }
    do {
      let text = lines.map { $0.string + "\n" }.joined()
      guard let node = try Yams.compose(yaml: text, .basic) else { return FrontMatter.Grade() }
      guard let mapping = node.mapping, mapping.allSatisfy({ $0.value.scalar != nil }) else {
        log.add(.wrongShape(key: "a file of rules", expected: "keys with values"), at: first)
        return nil
      }
      return read(mapping)
    } catch let error as YamlError {
      log.add(
        .notYAML(reason: error.reason),
        at: error.mark?.position(below: linesAbove) ?? first
      )
    } catch {
      log.add(.notYAML(reason: "it cannot be read"), at: first)
    }
    return nil
  }

  mutating func read(_ mapping: Node.Mapping) -> FrontMatter.Grade {
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if Self.keys.contains(name) {
        nodes[name] = value
      } else {
        let near = nearest(to: name, in: Self.keys)
        log.add(.unknownFrontMatterKey("grade.\(name)", near: near), at: position(key))
      }
    }
    var grade = FrontMatter.Grade()
    grade.tries = tries()
    grade.minutes = number("minutes", 1...10_080)
    grade.pass = number("pass", 0...100)
    for verb in RuledVerb.allCases {
      grade.allowances[verb] = allowance(verb.rawValue)
    }
    let feedback = Feedback.allCases.map(\.rawValue)
    grade.feedback = word("feedback", feedback).flatMap(Feedback.init)
    grade.isSilent = word("silent", ["yes", "no"]).map { $0 == "yes" }
    grade.isSupervised = word("supervised", ["yes", "no"]).map { $0 == "yes" }
    grade.start =
      word("start", ItemBeginning.allCases.map(\.rawValue)).flatMap(ItemBeginning.init)
    grade.shown = shown()
    grade.draws = draws()
    return grade
  }

  private func position(_ node: Node?) -> SourcePosition {
    node?.mark?.position(below: linesAbove) ?? SourcePosition(line: linesAbove + 1, column: 1)
  }

  private func value(_ key: String) -> String? { nodes[key]?.scalar?.string }

  private mutating func refuse(_ key: String, _ expected: String) {
    log.add(
      .badFrontMatterValue(key: "grade.\(key)", found: value(key) ?? "", expected: expected),
      at: position(nodes[key])
    )
  }

  private mutating func number(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let value = value(key) else { return nil }
    if let number = Int(value), range.contains(number) { return number }
    refuse(key, "a number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  /// `3`: three tries of equal worth; `5-3-1`: what each is worth.
  private mutating func tries() -> [Int]? {
    guard let value = value("tries") else { return nil }
    if let tries = FrontMatter.Grade.tries(value) { return tries }
    refuse("tries", "a number from 1 to 100, or falling worths such as 5-3-1")
    return nil
  }

  private mutating func allowance(_ key: String) -> Allowance? {
    switch value(key) {
    case nil: return nil
    case "allowed", "yes": return .allowed
    case "off", "no": return .off
    case let value?:
      let words = value.split(separator: " ")
      if let first = words.first, let points = Int(first), (1...100).contains(points),
        words.count == 1 || words.count == 2 && ["point", "points"].contains(words[1])
      {
        return .priced(points)
      }
      refuse(key, "allowed, off, or a price such as 1 point")
      return nil
    }
  }

  private mutating func word(_ key: String, _ words: [String]) -> String? {
    guard let value = value(key) else { return nil }
    if words.contains(value) { return value }
    refuse(key, words.dropLast().joined(separator: ", ") + " or " + (words.last ?? ""))
    return nil
  }

  private mutating func draws() -> [ItemDraw] {
    let parts = value("draw")?.split(separator: ";").map { String($0) } ?? []
    let draws = parts.compactMap { ItemDraw($0) }
    let steps = draws.flatMap(\.steps)
    if draws.count < parts.count || Set(steps).count < steps.count {
      refuse("draw", "such as `2 of one-step, another, a-third`, each step once")
    }
    return draws
  }

  private mutating func shown() -> ShownConditions? {
    switch value("shown") {
    case nil: return nil
    case "all": return .all
    case "none": return ShownConditions.none
    case let value?:
      let ids = value.split { $0 == "," || $0 == " " }.map(String.init)
      if !ids.isEmpty, ids.allSatisfy({ $0.split(separator: "/").allSatisfy(isID) }) {
        return .listed(ids)
      }
      refuse("shown", "all, none, or ids of conditions with commas between them")
      return nil
    }
  }
}

extension FrontMatter.Grade {
  /// The worths of tries as a person writes them, `5-3-1`, or their number; nil: it is neither.
  public static func tries(_ text: String) -> [Int]? {
    if let count = Int(text) {
      return (1...100).contains(count) ? Array(repeating: 1, count: count) : nil
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let worths = parts.compactMap { $0 }
    guard worths.count == parts.count, (1...100).contains(worths.count),
      worths.allSatisfy({ (1...1_000).contains($0) }),
      zip(worths, worths.dropFirst()).allSatisfy({ $0 >= $1 })
    else { return nil }
    return worths
  }
}
