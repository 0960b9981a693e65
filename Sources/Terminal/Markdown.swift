/// A CommonMark text as a learner reads it on a terminal.
///
/// HTML is shown as the text that it is. Documents of any depth are safe: nothing recurses, and
/// indentation stops growing at half the width.
public struct Markdown: Sendable, Equatable {
  /// The bytes that are read of one text; what follows is cut, and the text says so.
  public static let limit = 65_536

  public let source: String

  public init(_ source: String) { self.source = source }

  /// The text in lines of at most 78 columns.
  ///
  /// `figure` gets an image's path and its alternative text and returns the text form that takes
  /// its place. Without one, or when that does not fit, the alternative text stands there; so it
  /// does on a linear display when the text form is made of lines and boxes.
  public func drawn(
    on display: Display,
    figure: @escaping (String, String) -> String? = { _, _ in nil }
  ) -> Styled {
    let isCut: Bool = source.utf8.count > Markdown.limit
    let read: String =
      isCut ? String(decoding: source.utf8.prefix(Markdown.limit), as: UTF8.self) : source
    var writer: MarkdownWriter = MarkdownWriter(display: display, figure: figure)
    for event: MarkdownEvent in MarkdownEvent.all(in: read) { writer.take(event) }
    if isCut {
      writer.add(note: "[The text goes on, but is longer than 64 KiB and was cut here.]")
    }
    return writer.lines.joined()
  }
}
