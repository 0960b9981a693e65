/// A response cut into words, pauses and choices, with its looks evened out.
struct ResponseText {
  enum Piece: Hashable {
    case word(Word)
    /// Punctuation that ends a thought: a comma, a colon, a bracket, the end of a sentence.
    case pause
    /// `or`, `/` and their like.
    case choice
  }

  struct Word: Hashable {
    var text: String
    var isCapital = false
  }

  static let longest = 400

  let pieces: [Piece]

  init(_ text: String) throws(ResponseFlaw) {
    guard text.count <= Self.longest else {
      throw ResponseFlaw(flaw: .tooLong(limit: Self.longest))
    }
    guard text.unicodeScalars.allSatisfy({ !Self.isControl($0) }) else {
      throw ResponseFlaw(flaw: .controlCharacters)
    }
    guard text.contains(where: { !$0.isWhitespace }) else { throw ResponseFlaw(flaw: .empty) }
    pieces = Self.pieces(of: Self.plain(text))
    guard pieces.contains(where: { if case .word = $0 { true } else { false } }) else {
      throw ResponseFlaw(flaw: .unreadable)
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Full-width forms, accents, typographic quotes and dashes become plain ASCII; invisible marks
  /// go.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x00AD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: continue
      case 0x2018, 0x2019, 0x02BC, 0x00B4, 0x0060: result.append("'")
      case 0x201C...0x201E, 0x00AB, 0x00BB: result.append("\"")
      case 0x2010...0x2015, 0x2212: result.append("-")
      case 0x3000, 0x00A0, 0x2000...0x200A, 0x202F: result.append(" ")
      default:
        if scalar.properties.generalCategory == .nonspacingMark { continue }
        result.append(unaccented[scalar] ?? scalar)
      }
    }
    return String(result)
  }

  private static let unaccented: [Unicode.Scalar: Unicode.Scalar] = {
    let accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ"
    let plain = "aaaaaaceeeeiiiinoooooouuuuyyAAAAAACEEEEIIIINOOOOOOUUUUY"
    return Dictionary(
      zip(accented.unicodeScalars, plain.unicodeScalars),
      uniquingKeysWith: { first, _ in first }
    )
  }()

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var word = ""
    var beforeGap: Character = " "
    func endWord() {
      let isGenitive = word.hasSuffix("'s") && !contractions.contains(word.lowercased())
      let text = (isGenitive ? word.dropLast(2) : word[...]).filter { $0 != "'" }
      word = ""
      guard let first = text.first else { return }
      let lower = text.lowercased()
      let isCapital = first.isUppercase
      pieces.append(
        choices.contains(lower) ? .choice : .word(Word(text: lower, isCapital: isCapital))
      )
    }
    for character in text {
      if character.isASCII, character.isLetter || character.isNumber || character == "'" {
        word.append(character)
      } else {
        endWord()
        if let piece = mark(character, after: beforeGap) { pieces.append(piece) }
      }
      beforeGap = character
    }
    endWord()
    return pieces
  }

  private static let choices = ["or", "vs", "versus"]
  private static let contractions = ["it's", "that's", "let's", "there's", "what's"]

  private static func mark(_ character: Character, after previous: Character) -> Piece? {
    switch character {
    case "|": .choice
    case "/": previous == " " ? .pause : .choice
    case ",", ";", ":", ".", "!", "?", "(", ")", "[", "]", "\"", "=", "\n", ">", "<": .pause
    default: nil
    }
  }
}

/// Why a text is no response; the judge turns it into a verdict.
struct ResponseFlaw: Error {
  let flaw: Verdict.Flaw
}

extension ResponseText.Piece {
  var word: ResponseText.Word? { if case .word(let word) = self { word } else { nil } }
  var text: String? { word?.text }
}
