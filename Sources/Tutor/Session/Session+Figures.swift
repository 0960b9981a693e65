import Lab
import Terminal

extension Session {
  /// A figure in its text form, or what it says in words where that cannot be shown.
  mutating func show(_ figure: Figure) {
    let asset = asset
    let path = figure.path.replacingSuffix(".svg", by: ".txt")
    let image = Markdown("![\(figure.text)](\(figure.path))")
    let shown = image.drawn(on: display) { _, _ in asset(path) }
    say(shown)
    if shown == image.drawn(on: display),
      let words = asset(path.replacingSuffix(".txt", by: ".words.txt"))
    {
      tell(words)
    }
    say(Styled())
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, by other: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) + other : self
  }
}
