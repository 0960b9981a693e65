import Lab
import Terminal

extension Session {
  /// A figure in its text form, or what it says in words where that cannot be shown.
  mutating func show(_ figure: Figure) {
    let asset = asset
    let image = Markdown("![\(figure.text)](\(figure.path))")
    let shown = image.drawn(on: display) { _, _ in asset(figure.textPath) }
    say(shown)
    if shown == image.drawn(on: display), let words = asset(figure.wordsPath) { tell(words) }
    say(Styled())
  }
}

extension Figure {
  /// The path of what the figure says in words.
  fileprivate var wordsPath: String { String(textPath.dropLast(4)) + ".words.txt" }
}
