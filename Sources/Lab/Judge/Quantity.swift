/// One number as people write it: `28`, `28 s`, `about 28 seconds`, `0:28`, `1,234`, `1.5 min`, `1
/// min 30 s`.
struct Quantity {
  private let number: Double
  private let unit: String?
  /// Whether the unit touches the number, as in `28orders`.
  private let isGlued: Bool
  /// Whether the number is already in seconds.
  private let isTime: Bool

  init(_ text: String) throws(ResponseFlaw) {
    _ = try ResponseText(text)
    var scanner = QuantityScanner(ResponseText.plain(text).lowercased())
    let parts = try scanner.parts()
    guard let first = parts.first else { throw ResponseFlaw(flaw: .noNumber) }
    let times = parts.compactMap { part in part.unit.flatMap { Self.seconds[$0] } }
    if times.count == parts.count, zip(times, times.dropFirst()).allSatisfy({ $0 > $1 }) {
      number = zip(parts, times).reduce(0) { $0 + $1.0.number * $1.1 }
      unit = nil
      isGlued = false
      isTime = true
    } else if parts.count == 1 {
      number = first.number
      unit = first.isClock ? nil : first.unit
      isGlued = first.isGlued
      isTime = first.isClock
    } else {
      throw ResponseFlaw(flaw: .severalNumbers)
    }
  }

  func amount(in wanted: String?) throws(ResponseFlaw) -> Double {
    let wantedSeconds = wanted.flatMap { Self.seconds[$0.lowercased()] }
    if isTime {
      guard wanted == nil || wantedSeconds != nil else { throw ResponseFlaw(flaw: .unit("time")) }
      return number / (wantedSeconds ?? 1)
    }
    guard let unit else { return number }
    guard let wanted else {
      // The `e` of `60e` is no word that stands for what is counted.
      guard !isGlued else { throw ResponseFlaw(flaw: .noNumber) }
      return number
    }
    let isSame = Vocabulary.singular(unit) == Vocabulary.singular(wanted.lowercased())
    guard isSame else { throw ResponseFlaw(flaw: .unit(unit)) }
    return number
  }

  static let seconds: [String: Double] = [
    "ms": 0.001, "msec": 0.001, "millisecond": 0.001, "milliseconds": 0.001,
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1,
    "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60,
    "h": 3_600, "hr": 3_600, "hrs": 3_600, "hour": 3_600, "hours": 3_600,
    "d": 86_400, "day": 86_400, "days": 86_400,
  ]
}

/// Finds the numbers in a response, each with the word behind it.
private struct QuantityScanner {
  struct Part {
    let number: Double
    var unit: String?
    var isGlued = false
    let isClock: Bool
  }

  private let characters: [Character]
  private var index = 0

  init(_ text: String) { characters = Array(text) }

  mutating func parts() throws(ResponseFlaw) -> [Part] {
    var parts: [Part] = []
    var isNegated = false
    while index < characters.count {
      let character = characters[index]
      if Self.isDigit(character) || startsFraction() {
        // Neither `not 28` nor `minus 28` nor `x-28` nor `x 28` says a number that somebody means.
        guard !isNegated, !isTied(behind: parts), !isBehindLetter(parts) else {
          throw ResponseFlaw(flaw: .noNumber)
        }
        parts.append(try part(isNegative: isBehindMinus()))
      } else if character.isLetter {
        let isBehindDigit = index > 0 && Self.isDigit(characters[index - 1])
        let word = word()
        if JudgeWords.negators.contains(word) || ["minus", "negative"].contains(word) {
          isNegated = true
        } else if !isIdle(word) {
          isNegated = false
        }
        guard !isBehindDigit || !isBeforeDigit(word, behind: parts) else {
          throw ResponseFlaw(flaw: .noNumber)
        }
        if skipsRest(ofName: word, behind: parts) { continue }
        guard let last = parts.indices.last, parts[last].unit == nil, !isIdle(word) else {
          continue
        }
        parts[last].unit = word
        parts[last].isGlued = isBehindDigit
      } else if character == "%", let last = parts.indices.last {
        parts[last].unit = "%"
        index += 1
      } else {
        index += 1
      }
    }
    return parts
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private func startsFraction() -> Bool {
    guard characters[index] == ".", index + 1 < characters.count else { return false }
    return Self.isDigit(characters[index + 1])
  }

  /// A minus before the number that is not the dash of a range.
  private func isBehindMinus() -> Bool {
    guard index > 0, characters[index - 1] == "-" else { return false }
    return !characters[..<(index - 1)].contains(where: Self.isDigit)
  }

  /// Whether a dash ties the number to a name before it, as in `us-west-2`.
  private func isTied(behind parts: [Part]) -> Bool {
    guard index > 1, characters[index - 1] == "-" else { return false }
    let before = characters[index - 2]
    return before.isLetter || parts.isEmpty && Self.isDigit(before)
  }

  /// Whether a lone letter that is no word stands before the first number, as in `x 3`.
  private func isBehindLetter(_ parts: [Part]) -> Bool {
    let before = characters[..<index].reversed().drop { $0 == "-" || $0 == " " }
    guard parts.isEmpty, let letter = before.first, letter.isLetter, !"ai".contains(letter) else {
      return false
    }
    return before.dropFirst().first.map { $0 == " " } ?? true
  }

  private func isIdle(_ word: String) -> Bool {
    Quantity.seconds[word] == nil && JudgeWords.fillers.contains(word)
  }

  /// Whether a digit stands right behind a word that is no unit of a time before it, as in `28e5`
  /// and `h3`.
  private func isBeforeDigit(_ word: String, behind parts: [Part]) -> Bool {
    guard Quantity.seconds[word] == nil || parts.isEmpty else { return false }
    return index < characters.count && Self.isDigit(characters[index])
  }

  /// The 2 of `CafeInstance2` is no number, but the 30 of `1m30s` is.
  private mutating func skipsRest(ofName word: String, behind parts: [Part]) -> Bool {
    guard isBeforeDigit(word, behind: parts) else { return false }
    while index < characters.count, characters[index].isLetter || Self.isDigit(characters[index]) {
      index += 1
    }
    return true
  }

  private mutating func word() -> String {
    let start = index
    while index < characters.count, characters[index].isLetter { index += 1 }
    return String(characters[start..<index])
  }

  private mutating func part(isNegative: Bool) throws(ResponseFlaw) -> Part {
    let start = index
    while index < characters.count, Self.isDigit(characters[index]) || continues() { index += 1 }
    let text = String(characters[start..<index])
    if text.contains(":") {
      guard let seconds = Self.clock(text), !isNegative else { throw ResponseFlaw(flaw: .noNumber) }
      return Part(number: seconds, unit: nil, isClock: true)
    }
    guard let number = Self.plain(text) else { throw ResponseFlaw(flaw: .noNumber) }
    return Part(number: isNegative ? -number : number, unit: nil, isClock: false)
  }

  /// A separator between two digits.
  private func continues() -> Bool {
    guard index + 1 < characters.count, Self.isDigit(characters[index + 1]) else { return false }
    return ".,:'".contains(characters[index])
  }

  private static func clock(_ text: String) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.dropFirst().allSatisfy({ $0.count == 2 }) else {
      return nil
    }
    var seconds = 0
    for (place, part) in parts.enumerated() {
      guard let number = Int(part), part.count <= 4, place == 0 || number < 60 else { return nil }
      seconds = seconds * 60 + number
    }
    return Double(seconds)
  }

  /// `1,234` and `1'234` are thousands; a comma before other than three digits is a decimal point.
  private static func plain(_ text: String) -> Double? {
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "'" }
    if groups.count == 1 { return plainNumber(text.first == "." ? "0" + text : text) }
    let tail = groups.dropFirst()
    let head = groups[0]
    let inner = tail.dropLast()
    let last = tail.last?.prefix { $0 != "." } ?? ""
    let isGrouped =
      (1...3).contains(head.count) && head != "0" && inner.allSatisfy { $0.count == 3 }
      && last.count == 3
    if isGrouped, !head.contains(".") { return plainNumber(groups.joined()) }
    guard groups.count == 2, !text.contains("."), !text.contains("'") else { return nil }
    return plainNumber(groups.joined(separator: "."))
  }
}
