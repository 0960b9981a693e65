/// One character as it will stand on the screen: the unit in which lines are cut and padded.
struct Glyph: Sendable, Equatable {
  var character: Character
  var style: Style
  var width: Int

  init(_ character: Character, _ style: Style) {
    self.init(character, style, width: displayWidth(of: character))
  }

  init(_ character: Character, _ style: Style, width: Int) {
    self.character = character
    self.style = style
    self.width = width
  }
}

extension Styled {
  var glyphs: [Glyph] {
    runs.flatMap { (run: Run) -> [Glyph] in
      let scalars: String.UnicodeScalarView = run.text.unicodeScalars
      if scalars.allSatisfy(isPlain) {
        return scalars.map { Glyph(Character($0), run.style, width: 1) }
      }
      return run.text.map { Glyph($0, run.style) }
    }
  }
}

extension Sequence<Glyph> {
  var columns: Int { reduce(0) { $0 + $1.width } }
}
