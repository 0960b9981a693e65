/// One character as it will stand on the screen: the unit in which lines are cut and padded.
struct Glyph: Sendable, Equatable {
  var character: Character
  var style: Style
  var width: Int

  init(_ character: Character, _ style: Style) {
    self.character = character
    self.style = style
    width = displayWidth(of: character)
  }
}

extension Styled {
  var glyphs: [Glyph] {
    runs.flatMap { (run: Run) in run.text.map { Glyph($0, run.style) } }
  }
}

extension Sequence<Glyph> {
  var columns: Int { reduce(0) { $0 + $1.width } }
}
