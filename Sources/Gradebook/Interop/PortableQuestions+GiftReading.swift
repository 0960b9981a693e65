extension PortableQuestions {
  /// Reads Moodle's GIFT.
  ///
  /// What lessons have no question for is left out, each with its reason: essays, descriptions,
  /// pairs that are no places, and questions with several right answers. An answer that gives a
  /// part of the points is taken for wrong, and named.
  ///
  /// - Throws: why the file cannot be read as GIFT at all.
  public init(gift bytes: [UInt8]) throws(GiftProblem) {
    guard bytes.count <= 1 << 20 else { throw .tooLarge(bytes: bytes.count, limit: 1 << 20) }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else { throw .notUTF8 }
    var questions: [PortableQuestion] = []
    var left: [LeftQuestion] = []
    var changed: [ChangedAnswer] = []
    var names = GiftNames()
    for block in Self.blocks(text) {
      do throws(LeftQuestion) {
        let read = try GiftQuestion(block, &names)
        if let question = read.question { questions.append(question) }
        changed += read.changes
      } catch {
        left.append(error)
      }
      guard questions.count + left.count <= 1_000 else { throw .tooManyQuestions(limit: 1_000) }
    }
    guard questions.count + left.count > 0 else { throw .noQuestions }
    self.init(questions: questions, left: left, changed: changed)
  }

  /// What stands between empty lines, without comments.
  private static func blocks(_ text: String) -> [String] {
    var blocks: [[Substring]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let trimmed = String(line).trimmed
      if trimmed.isEmpty {
        blocks.append([])
      } else if !trimmed.hasPrefix("//") {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }
}

/// Why a file of GIFT is not read.
public enum GiftProblem: Error, Hashable, Sendable {
  case tooLarge(bytes: Int, limit: Int)
  case tooManyQuestions(limit: Int)
  case notUTF8
  case noQuestions

  /// What happened and what to try next.
  public var sentence: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "It has \(bytes) bytes; \(limit) is the most. Split it."
    case .tooManyQuestions(let limit): "It has more than \(limit) questions. Split it."
    case .notUTF8: "It is not in UTF-8. Save it as UTF-8, and try again."
    case .noQuestions: "It has no questions. Export them from Moodle as GIFT, and try again."
    }
  }
}

/// Names for questions, each its own: a small letter, and letters, digits and hyphens.
struct GiftNames {
  private var taken: Set<String> = []
  private var count = 0

  mutating func name(for title: String?) -> String {
    count += 1
    let short = slug(title ?? "")
    let isNumber = short.first.map { ("0"..."9").contains($0) } ?? false
    let wanted = short.isEmpty ? "question-\(count)" : isNumber ? "q-" + short : short
    var name = wanted
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(wanted)-\(number)"
      number += 1
    }
    return name
  }
}

/// A text as a name: its letters and digits of ASCII in small letters, with hyphens between.
func slug(_ text: String) -> String {
  var slug = ""
  for scalar in text.lowercased().unicodeScalars {
    if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
      slug.unicodeScalars.append(scalar)
    } else if !slug.isEmpty, slug.last != "-" {
      slug += "-"
    }
  }
  let short = String(slug.prefix(40))
  return short.hasSuffix("-") ? String(short.dropLast()) : short
}
