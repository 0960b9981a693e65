import Commands

/// What a learner has read when a step asks something of them.
struct Teaching {
  /// The words of each span of code.
  private var spans: [[Substring]] = []
  /// All prose and all labels, in lower case.
  private var words: [UInt8] = []

  mutating func read(_ text: String) {
    for span in CodeSpans(text).all {
      let words = span.split { $0 == " " || $0 == "\t" }
      if !spans.contains(words) { spans.append(words) }
    }
    words += text.lowercased().utf8
    words.append(newline)
  }

  mutating func read(_ lesson: Lesson) {
    for case .prose(let text) in lesson.preamble { read(text.description) }
    for step in lesson.steps { read(step) }
  }

  mutating func read(_ step: Step) {
    read(step.title)
    for case .prose(let text) in step.blocks { read(text.description) }
    for text in step.predictions.compactMap(\.story) { read(text.description) }
    for condition in step.conditions { read(condition.label.description) }
  }

  /// Whether the words of a verb stand one after another in some span of code.
  func shows(verb: [String]) -> Bool {
    spans.contains { span in
      span.indices.contains { span[$0...].starts(with: verb) { $0 == $1 } }
    }
  }

  /// Whether a name stands somewhere, with no letter or digit on either side.
  func names(_ name: String) -> Bool {
    let wanted = Array(name.lowercased().utf8)
    guard let first = wanted.first else { return true }
    var place = words.startIndex
    while let found = words[place...].firstIndex(of: first) {
      let end = found + wanted.count
      place = found + 1
      guard end <= words.endIndex, words[found..<end].elementsEqual(wanted) else { continue }
      let before = found > words.startIndex ? words[found - 1] : newline
      let after = end < words.endIndex ? words[end] : newline
      if !before.isLetterOrDigit, !after.isLetterOrDigit { return true }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}

extension Lesson {
  /// What is asked of a learner before it was told: a command that no span of code has shown, a
  /// name that stands nowhere, a reveal without a guess.
  ///
  /// `before`: the lessons that come before this one.
  func findingsInTeaching(before: [Lesson]) -> [Finding] {
    var earlier = Teaching()
    for lesson in before { earlier.read(lesson) }
    var own = Teaching()
    for case .prose(let text) in preamble { own.read(text.description) }
    return steps.flatMap { step -> [Finding] in
      own.read(step)
      return step.untaught([earlier, own]) + step.unnamed(own) + step.unguessed
    }
  }
}

extension Lesson {
  /// Where its demo reveals something before anybody was asked.
  public var unguessedReveals: [Finding] { steps.flatMap(\.unguessed) }
}

extension Step {
  /// Each verb once.
  fileprivate func untaught(_ teachings: [Teaching]) -> [Finding] {
    var told: [[String]] = []
    return (solution + alternatives.flatMap(\.commands)).compactMap { command in
      let verb = LineCut(command.text).verb
      guard !verb.isEmpty, !told.contains(verb),
        !teachings.contains(where: { $0.shows(verb: verb) })
      else { return nil }
      told.append(verb)
      return finding(.untaught(verb: verb.joined(separator: " ")), at: command.position)
    }
  }

  /// Each name once in a condition.
  fileprivate func unnamed(_ teaching: Teaching) -> [Finding] {
    conditions.flatMap { condition in
      let names = condition.test.names.reduce(into: [String]()) { names, name in
        if !names.contains(name) { names.append(name) }
      }
      return names.filter { !teaching.names($0) }.map { name in
        finding(.unnamed(condition: condition.id, name: name), at: condition.testPosition)
      }
    }
  }

  /// Where its demo reveals something before anybody was asked.
  fileprivate var unguessed: [Finding] {
    Reveals(of: demo).unguessed.map { finding(.unguessed, at: $0) }
  }
}

extension Test {
  /// The names that a learner has to give things, or to lead to, for the test to hold.
  fileprivate var names: [String] {
    let asked = queries.flatMap { query in
      query.kind.naming.compactMap { query[$0] }
    }
    return asked.filter { !$0.contains("*") } + texts
  }

  /// Texts in quotes that something must be.
  private var texts: [String] {
    switch self {
    case .not, .matches, .exists, .holds, .among: []
    case .at(_, let test), .under(_, let test): test.texts
    case .all(let tests), .any(let tests): tests.flatMap(\.texts)
    case .compare(_, .equal, .text(let text)): [text]
    case .compare: []
    }
  }
}

extension Query.Kind {
  /// The parameters that hold the name of something.
  fileprivate var naming: [String] {
    switch self {
    case .instance, .hc, .zone, .alarm, .topic: ["name"]
    case .record: ["name", "set-identifier", "zone"]
    case .subscription: ["topic", "endpoint"]
    case .mail: ["to"]
    case .dig: ["name"]
    case .orders: ["at"]
    case .customers: []
    }
  }
}
