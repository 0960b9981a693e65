extension String {
  /// This text without the stars around words that its author stressed; those of code and of
  /// names, such as `*.cafe.example`, stay.
  package var withoutStress: String {
    split(separator: "`", omittingEmptySubsequences: false).enumerated().map { place, piece in
      place.isMultiple(of: 2) ? Self.withoutStars(piece) : String(piece)
    }.joined(separator: "`")
  }

  private static func withoutStars(_ piece: Substring) -> String {
    var result = ""
    var rest = piece
    while let open = rest.firstIndex(of: "*") {
      let inner = rest[open...].drop { $0 == "*" }
      guard let first = inner.first, first.isLetter || first.isNumber,
        let close = inner.firstIndex(of: "*"), inner[..<close].last?.isWhitespace == false
      else {
        result += rest[..<inner.startIndex]
        rest = inner
        continue
      }
      result += rest[..<open]
      result += inner[..<close]
      rest = inner[close...].drop { $0 == "*" }
    }
    return result + rest
  }
}
