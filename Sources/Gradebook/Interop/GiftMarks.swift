/// A piece of GIFT in which signs are told from characters that a backslash makes plain.
struct GiftMarks: Hashable, Sendable {
  enum Mark: Hashable, Sendable {
    case plain(Unicode.Scalar)
    /// One of `: # = { } ~` that means something.
    case sign(Unicode.Scalar)

    var scalar: Unicode.Scalar {
      switch self {
      case .plain(let scalar), .sign(let scalar): scalar
      }
    }
  }

  let marks: ArraySlice<Mark>

  init(_ marks: ArraySlice<Mark>) { self.marks = marks }

  init(_ text: String) {
    var marks: [Mark] = []
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        if scalar == "n" {
          marks.append(.plain("\n"))
        } else if Self.signs.contains(scalar) || scalar == "\\" {
          marks.append(.plain(scalar))
        } else {
          marks += [.plain("\\"), .plain(scalar)]
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        marks.append(Self.signs.contains(scalar) ? .sign(scalar) : .plain(scalar))
      }
    }
    if isEscaped { marks.append(.plain("\\")) }
    self.marks = marks[...]
  }

  private static let signs = Array(":#={}~".unicodeScalars)

  var isEmpty: Bool { text.trimmed.isEmpty }

  var text: String {
    String(String.UnicodeScalarView(marks.map(\.scalar)))
  }

  /// Where signs stand, one behind the other.
  func place(of signs: String, from start: Int? = nil) -> Int? {
    let wanted = signs.unicodeScalars.map { Mark.sign($0) }
    let first = start ?? marks.startIndex
    guard marks.endIndex - wanted.count >= first else { return nil }
    return (first...(marks.endIndex - wanted.count)).first { place in
      marks[place..<(place + wanted.count)].elementsEqual(wanted)
    }
  }

  func contains(_ sign: String) -> Bool { place(of: sign) != nil }

  /// Where a text stands whose characters are no signs.
  func place(ofText text: String) -> Int? {
    let wanted = text.unicodeScalars.map { Mark.plain($0) }
    guard marks.count >= wanted.count else { return nil }
    return (marks.startIndex...(marks.endIndex - wanted.count)).first { place in
      marks[place..<(place + wanted.count)].elementsEqual(wanted)
    }
  }

  func upTo(_ place: Int) -> GiftMarks { GiftMarks(marks[marks.startIndex..<place]) }
  func from(_ place: Int) -> GiftMarks { GiftMarks(marks[place...]) }

  /// Without the white space at the start.
  var trimmedAtStart: GiftMarks {
    GiftMarks(marks.drop { $0.scalar.properties.isWhitespace })
  }

  /// The pieces that begin with one of some signs, each with its sign.
  func pieces(startingWith signs: [Unicode.Scalar]) -> [(sign: Unicode.Scalar, rest: GiftMarks)] {
    var pieces: [(Unicode.Scalar, GiftMarks)] = []
    var start: Int?
    for place in marks.indices {
      guard case .sign(let sign) = marks[place], signs.contains(sign) else { continue }
      if let start { pieces.append((marks[start].scalar, GiftMarks(marks[(start + 1)..<place]))) }
      start = place
    }
    if let start {
      pieces.append((marks[start].scalar, GiftMarks(marks[(start + 1)...])))
    }
    return pieces
  }
}
