/// What stands between the braces of a question of GIFT.
struct GiftAnswers {
  private let marks: GiftMarks
  /// Feedback to every response.
  private let general: String
  private let format: String
  /// Answers that give a part of the points, as they were read.
  private(set) var partly: [Partly] = []

  /// An answer that is neither right nor wrong, and its share of the points in percent.
  struct Partly {
    let text: String
    let percent: Double
  }

  typealias Left = LeftQuestion.Reason.Thrown

  init(_ marks: GiftMarks, format: String) {
    self.format = format
    if let place = marks.place(of: "####") {
      self.marks = marks.upTo(place).trimmedAtStart
      general = GiftQuestion.plain(marks.from(place + 4).text, format: format)
    } else {
      self.marks = marks.trimmedAtStart
      general = ""
    }
  }

  mutating func kind() throws(Left) -> PortableQuestion.Kind {
    if marks.isEmpty { throw Left(reason: .noSuchKind("essay")) }
    if marks.marks.first == .sign("#") { return try number() }
    if marks.contains("~") { return try choose() }
    if marks.contains("="), arrow(in: marks) != nil { return try order() }
    let bare = marks.place(of: "#").map { marks.upTo($0) } ?? marks
    switch bare.text.trimmed {
    case "T", "TRUE": return trueOrFalse(true)
    case "F", "FALSE": return trueOrFalse(false)
    default: return try type()
    }
  }

  /// One answer: its share of the points in percent, its text and its feedback.
  private struct Answer {
    let weight: Double
    let text: String
    let feedback: String
  }

  private mutating func answer(
    _ sign: Unicode.Scalar,
    _ marks: GiftMarks,
    bare: Double
  ) throws(Left) -> Answer {
    var marks = marks.trimmedAtStart
    var weight = bare
    if marks.marks.first == .plain("%"),
      let end = marks.marks.dropFirst().firstIndex(of: .plain("%")),
      let share = Double(GiftMarks(marks.marks[(marks.marks.startIndex + 1)..<end]).text)
    {
      weight = share
      marks = marks.from(end + 1)
    }
    let place = marks.place(of: "#")
    let text = place.map { marks.upTo($0) } ?? marks
    let feedback = place.map { marks.from($0 + 1).text } ?? ""
    let words = GiftQuestion.plain(GiftQuestion.withoutFormat(text.text).text, format: format)
    if weight > 0, weight < 100 { partly.append(Partly(text: words, percent: weight)) }
    return Answer(
      weight: weight,
      text: words,
      feedback: self.feedback(GiftQuestion.withoutFormat(feedback).text, isRight: weight == 100)
    )
  }

  /// A lesson says something to every response, so an author who said nothing says the verdict.
  private func feedback(_ text: String, isRight: Bool) -> String {
    let own = GiftQuestion.plain(text, format: format)
    let words = own.isEmpty ? (isRight ? "That is right." : "That is not it.") : own
    return general.isEmpty ? words : words + " " + general
  }

  private mutating func choose() throws(Left) -> PortableQuestion.Kind {
    var options: [PortableQuestion.Option] = []
    for (sign, rest) in marks.pieces(startingWith: ["=", "~"]) {
      let answer = try answer(sign, rest, bare: sign == "=" ? 100 : 0)
      options.append(
        PortableQuestion.Option(
          text: answer.text,
          isRight: answer.weight == 100,
          feedback: answer.feedback
        )
      )
    }
    guard options.count > 1 else { throw Left(reason: .tooFewOptions) }
    if options.contains(where: \.text.isEmpty) { throw Left(reason: .emptyAnswer) }
    try checkRight(options.count(where: \.isRight))
    return .choose(options)
  }

  private func checkRight(_ count: Int) throws(Left) {
    if count == 0 { throw Left(reason: .noneRight) }
    if count > 1 { throw Left(reason: .severalRight) }
  }

  private func trueOrFalse(_ isTrue: Bool) -> PortableQuestion.Kind {
    let parts = marks.pieces(startingWith: ["#"]).map(\.rest.text)
    return .choose(
      [true, false].map { value in
        let isRight = value == isTrue
        let place = isRight ? 1 : 0
        return PortableQuestion.Option(
          text: value ? "True" : "False",
          isRight: isRight,
          feedback: feedback(parts.indices.contains(place) ? parts[place] : "", isRight: isRight)
        )
      }
    )
  }

  private mutating func type() throws(Left) -> PortableQuestion.Kind {
    var ideas: [PortableQuestion.Idea] = []
    var names = GiftNames()
    var known: Set<String> = []
    let hasSign = marks.marks.first == .sign("=")
    let pieces = hasSign ? marks.pieces(startingWith: ["="]) : [(Unicode.Scalar("="), marks)]
    for (sign, rest) in pieces {
      let answer = try answer(sign, rest, bare: 100)
      // A star alone stands for every other response; what a lesson says to those is its own.
      if answer.text.isEmpty || answer.text == "*" { continue }
      if answer.text.contains("|") { throw Left(reason: .barInPhrase) }
      // The first of two equal answers is the one that Moodle takes too.
      guard known.insert(answer.text.lowercased()).inserted else { continue }
      let isRight = answer.weight == 100
      let same = ideas.firstIndex { $0.isRight == isRight && $0.feedback == answer.feedback }
      let phrases = (same.map { ideas[$0].phrases } ?? []) + [answer.text]
      let idea = PortableQuestion.Idea(
        name: same.map { ideas[$0].name } ?? names.name(for: answer.text),
        isRight: isRight,
        phrases: phrases,
        feedback: answer.feedback
      )
      if let same { ideas[same] = idea } else { ideas.append(idea) }
    }
    guard ideas.contains(where: \.isRight) else { throw Left(reason: .noneRight) }
    return .type(ideas)
  }

  private func order() throws(Left) -> PortableQuestion.Kind {
    var items: [String] = []
    for (_, rest) in marks.pieces(startingWith: ["="]) {
      guard let place = arrow(in: rest) else { throw Left(reason: .noSuchKind("matching")) }
      let number = rest.upTo(place).text.trimmed
      guard number == "\(items.count + 1)" || number == "\(items.count + 1)." else {
        throw Left(reason: .noSuchKind("matching"))
      }
      items.append(GiftQuestion.plain(rest.from(place + 2).text, format: format))
    }
    guard items.count > 1 else { throw Left(reason: .tooFewOptions) }
    if items.contains(where: \.isEmpty) { throw Left(reason: .emptyAnswer) }
    return .order(items)
  }

  private func arrow(in marks: GiftMarks) -> Int? { marks.place(ofText: "->") }

  private mutating func number() throws(Left) -> PortableQuestion.Kind {
    var body = GiftMarks(marks.marks.dropFirst())
    if let wrong = body.place(of: "~") { body = body.upTo(wrong) }
    body = body.trimmedAtStart
    let hasSign = body.marks.first == .sign("=")
    let pieces = hasSign ? body.pieces(startingWith: ["="]) : [(Unicode.Scalar("="), body)]
    var right: [(PortableQuestion.Number.Target, String)] = []
    var wrong: [PortableQuestion.Number.Wrong] = []
    for (sign, rest) in pieces {
      let answer = try answer(sign, rest, bare: 100)
      if answer.text == "*" { continue }
      let target = try target(answer.text)
      if answer.weight == 100 {
        right.append((target, answer.feedback))
      } else {
        wrong.append(
          PortableQuestion.Number.Wrong(
            name: "wrong-\(wrong.count + 1)",
            target: target,
            feedback: answer.feedback
          )
        )
      }
    }
    try checkRight(right.count)
    return .number(
      PortableQuestion.Number(right: right[0].0, unit: nil, feedback: right[0].1, wrong: wrong)
    )
  }

  /// Reads `28`, `28:2` or `26..30`.
  private func target(_ text: String) throws(Left) -> PortableQuestion.Number.Target {
    func number(_ text: some StringProtocol) throws(Left) -> Double {
      // What is written with an exponent, lessons have no digits for.
      guard let number = Double(String(text).trimmed), number.isFinite, number.magnitude < 1e12,
        number == 0 || number.magnitude >= 0.001
      else { throw Left(reason: .notANumber(String(text))) }
      return number
    }
    typealias Target = PortableQuestion.Number.Target
    if let range = text.firstRange(of: "..") {
      let (low, high) = (
        try number(text[..<range.lowerBound]), try number(text[range.upperBound...])
      )
      return Target(
        value: Target.digits((low + high) / 2),
        tolerance: Target.digits(((high - low) / 2).magnitude)
      )
    }
    let parts = text.split(separator: ":", maxSplits: 1)
    guard let first = parts.first else { throw Left(reason: .notANumber(text)) }
    return Target(
      value: Target.digits(try number(first)),
      tolerance: Target.digits(parts.count > 1 ? try number(parts[1]).magnitude : 0)
    )
  }
}
