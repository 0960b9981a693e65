/// The marks that drawings are made of, in both alphabets.
struct Glyphs: Sendable {
  var ellipsis: String
  var rule: Character
  var doubleRule: Character
  var quoteBar: String
  var bullets: [String]
  var dash: String
  var bar: Bar
  var axis: Axis

  /// A progress bar: its ends, what is done and what is still to come.
  struct Bar: Sendable {
    var left: String
    var done: Character
    var open: Character
    var right: String
  }

  /// The axes of a plot and of a timeline.
  struct Axis: Sendable {
    var vertical: Character
    var horizontal: Character
    var corner: Character
    var tickLeft: Character
    var tickDown: Character
    var first: Character
    var second: Character
  }

  static let unicode = Glyphs(
    ellipsis: "…",
    rule: "─",
    doubleRule: "═",
    quoteBar: "│ ",
    bullets: ["•", "◦", "▪"],
    dash: "–",
    bar: Bar(left: "▕", done: "█", open: "░", right: "▏"),
    axis: Axis(
      vertical: "│",
      horizontal: "─",
      corner: "└",
      tickLeft: "┤",
      tickDown: "┬",
      first: "█",
      second: "░"
    )
  )

  static let ascii = Glyphs(
    ellipsis: "...",
    rule: "-",
    doubleRule: "=",
    quoteBar: "> ",
    bullets: ["*", "-", "+"],
    dash: "-",
    bar: Bar(left: "[", done: "#", open: ".", right: "]"),
    axis: Axis(
      vertical: "|",
      horizontal: "-",
      corner: "+",
      tickLeft: "+",
      tickDown: "+",
      first: "#",
      second: "x"
    )
  )
}
