import Crypto
import Lab

/// Experience API 1.0.3: what happened, as statements for a learning record store.
extension ClassGrades {
  /// One statement a line: each response, each item, and the quiz as a whole.
  ///
  /// A statement's id hangs on the quiz, the learner and the place alone, so sending a file twice
  /// records it once, and a store says so where a regrade came to something else.
  var statements: String {
    grades.filter { $0.verdict == .graded }.flatMap { grade in
      var told = grade.items.flatMap { item in
        item.questions.filter { !$0.responses.isEmpty }.map { answered($0, item, grade) }
          + [attempted(item, grade)]
      }
      told.append(ended(grade))
      return told.map { $0.line + "\n" }
    }.joined()
  }

  private func answered(_ question: QuestionGrade, _ item: ItemGrade, _ grade: Grade) -> JSONText {
    let place = item.item + "/" + question.name
    return statement(
      place,
      grade,
      verb: .answered,
      object: activity(place, type: "question", name: question.name, words: question.question),
      result: [
        ("score", score(question.earned, question.possible)),
        ("success", .bool(question.isRight)),
        ("completion", .bool(true)),
        ("response", .text(question.responses.last?.text ?? "")),
      ]
    )
  }

  private func attempted(_ item: ItemGrade, _ grade: Grade) -> JSONText {
    statement(
      item.item,
      grade,
      verb: .attempted,
      object: activity(item.item, type: "simulation", name: item.title, words: nil),
      result: [
        ("score", score(item.earned, item.possible)),
        ("success", .bool(item.earned == item.possible)),
        ("duration", duration(item.wallTime)),
      ]
    )
  }

  private func ended(_ grade: Grade) -> JSONText {
    let passes = quiz.rules.passes(grade)
    return statement(
      "",
      grade,
      verb: passes.map { $0 ? .passed : .failed } ?? .completed,
      object: activity("", type: "assessment", name: quiz.title, words: nil),
      result: [
        ("score", score(grade.earned, grade.possible)), ("success", passes.map { .bool($0) }),
        ("completion", .bool(true)), ("duration", duration(grade.wallTime)),
      ]
    )
  }

  private enum Verb: String {
    case answered, attempted, completed, passed, failed
  }

  private func statement(
    _ place: String,
    _ grade: Grade,
    verb: Verb,
    object: JSONText,
    result: [(String, JSONText?)]
  ) -> JSONText {
    .members([
      ("id", .text(identifier([quiz.id, grade.learner.id, place, verb.rawValue]))),
      (
        "actor",
        .members([
          ("objectType", .text("Agent")), ("name", .text(cleaned(grade.learner.name))),
          (
            "account",
            .members([("homePage", .text(Self.home)), ("name", .text(grade.learner.id))])
          ),
        ])
      ),
      (
        "verb",
        .members([
          ("id", .text("http://adlnet.gov/expapi/verbs/" + verb.rawValue)),
          ("display", .members([("en", .text(verb.rawValue))])),
        ])
      ),
      ("object", object), ("result", .members(result)),
      (
        "context",
        .members([
          ("platform", .text("Failover Café")),
          (
            "contextActivities",
            place.isEmpty
              ? nil : .members([("parent", .list([.members([("id", .text(address("")))])]))])
          ),
        ])
      ),
    ])
  }

  /// Names need an address of somebody; this one is kept for examples, and nobody answers there.
  private static let home = "https://cafe.example/"

  private func address(_ place: String) -> String {
    Self.home + "quizzes/" + percentEncoded(quiz.id)
      + (place.isEmpty ? "" : "/" + percentEncoded(place))
  }

  private func activity(_ place: String, type: String, name: String, words: String?) -> JSONText {
    .members([
      ("objectType", .text("Activity")), ("id", .text(address(place))),
      (
        "definition",
        .members([
          ("type", .text("http://adlnet.gov/expapi/activities/" + type)),
          ("name", .members([("en", .text(cleaned(name)))])),
          ("description", words.map { .members([("en", .text($0))]) }),
        ])
      ),
    ])
  }

  private func score(_ earned: Int, _ possible: Int) -> JSONText? {
    guard possible > 0 else { return nil }
    return .members([
      ("scaled", .number(Ratio(earned, possible).decimal(places: 4))),
      ("raw", .number(Points.text(earned, quiz.rules))), ("min", .number("0")),
      ("max", .number(Points.text(possible, quiz.rules))),
    ])
  }

  private func duration(_ milliseconds: Int64) -> JSONText {
    .text("PT" + Ratio(Int(max(0, milliseconds)), 1_000).decimal(places: 2) + "S")
  }

  /// A UUID of version 5's form, out of SHA-256.
  private func identifier(_ parts: [String]) -> String {
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
    var bytes = Array(SHA256.hash(data: Array(text.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    var rest = hexadecimal(bytes)[...]
    return [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }.joined(separator: "-")
  }
}

/// A text as a part of an address (RFC 3986's unreserved characters stay).
func percentEncoded(_ text: String) -> String {
  let kept = Array("-._~".utf8)
  return text.utf8.map { byte in
    let scalar = Unicode.Scalar(byte)
    let isKept =
      byte < 0x80 && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      || kept.contains(byte)
    let digits = String(byte, radix: 16, uppercase: true)
    return isKept ? String(scalar) : "%" + (digits.count < 2 ? "0" : "") + digits
  }.joined()
}
