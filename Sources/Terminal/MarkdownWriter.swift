/// Takes a document event by event and writes its lines.
struct MarkdownWriter {
  /// An image whose alternative text is being read, and the text before it.
  private struct OpenImage {
    let path: String
    let before: Styled
  }

  private let display: Display
  private let figure: (String, String) -> String?
  private(set) var page: MarkdownPage
  private var inline: Styled = Styled()
  private var styles: [Style] = [.plain]
  private var linkLabels: [String] = []
  private var images: [OpenImage] = []
  private var seenAddresses: Set<String> = []

  init(display: Display, figure: @escaping (String, String) -> String?) {
    self.display = display
    self.figure = figure
    page = MarkdownPage(
      width: display.proseWidth,
      glyphs: display.linear ? .ascii : display.glyphs
    )
  }

  var lines: [Styled] { page.lines }

  mutating func take(_ event: MarkdownEvent) {
    switch event {
    case .enter(let node): enter(node)
    case .exit(let node): exit(node)
    }
  }

  /// Writes a paragraph of our own.
  mutating func add(note: Styled) { page.write(wrapping: note) }

  private mutating func enter(_ node: MarkdownNode) {
    switch node {
    case .document, .paragraph: break
    case .quote: page.openQuote()
    case .list(let start, let isTight): page.openList(start: start, isTight: isTight)
    case .item: page.openItem()
    case .heading: styles.append(.heading)
    case .emphasis: styles.append(style.underlined)
    case .strong: styles.append(style.bold)
    case .link: openLink()
    case .image(let path): openImage(path)
    case .codeBlock(let text): page.write(code: text)
    case .htmlBlock(let text): page.write(wrapping: Styled(text.trimmingNewlines, .quiet))
    case .html(let text): inline.append(text, .quiet)
    case .text(let text): append(text: text)
    case .code(let text): append(code: text)
    case .rule: page.writeRule(isLinear: display.linear)
    case .softBreak: inline.append(" ", style)
    case .lineBreak: inline.append("\n", style)
    }
  }

  private mutating func exit(_ node: MarkdownNode) {
    switch node {
    case .paragraph: flush()
    case .heading(let level): closeHeading(level: level)
    case .emphasis, .strong: styles.removeLast()
    case .link(let url): closeLink(url)
    case .image: closeImage()
    case .quote, .item: page.closeContainer()
    case .list: page.closeList()
    case .document, .codeBlock, .html, .htmlBlock, .text, .code, .rule, .softBreak, .lineBreak:
      break
    }
  }

  private var style: Style { styles.last ?? .plain }

  private mutating func append(text: String) {
    inline.append(text, style)
    if !linkLabels.isEmpty { linkLabels[linkLabels.count - 1] += text }
  }

  /// A code span keeps its backquotes: colour alone would tell some readers nothing.
  private mutating func append(code: String) {
    inline.append("`\(code)`", display.colour ? Style(.command, bold: style.isBold) : .plain)
  }

  private mutating func flush() {
    let text: Styled = inline.trimmingSpaces
    inline = Styled()
    if !text.isEmpty { page.write(wrapping: text) }
  }

  private mutating func closeHeading(level: Int) {
    styles.removeLast()
    let text: Styled = inline.trimmingSpaces
    inline = Styled()
    guard !text.isEmpty else { return }
    let needsRule: Bool = !display.colour && !display.linear
    let rule: Character = level == 1 ? display.glyphs.doubleRule : display.glyphs.rule
    page.write(heading: text, rule: needsRule ? rule : nil)
  }

  private mutating func openLink() {
    styles.append(style.underlined)
    linkLabels.append("")
  }

  /// Adds the address of a link, once in a document, unless it is what the link says anyway.
  private mutating func closeLink(_ url: String) {
    styles.removeLast()
    let label: String = linkLabels.removeLast()
    let saysItself: Bool = url == label || url == "mailto:\(label)"
    if saysItself || url.isEmpty || url.hasPrefix("#") || seenAddresses.contains(url) { return }
    seenAddresses.insert(url)
    inline.append(" (\(url))", .quiet)
  }

  private mutating func openImage(_ path: String) {
    images.append(OpenImage(path: path, before: inline))
    inline = Styled()
  }

  private mutating func closeImage() {
    let image: OpenImage = images.removeLast()
    let alternative: String = inline.text
    inline = image.before
    if images.isEmpty, let drawing: [Styled] = drawing(image.path, alternative) {
      flush()
      page.write(drawing)
    } else {
      inline.append(alternative.isEmpty ? "[image]" : "[\(alternative)]", .quiet)
    }
  }

  /// The text form of a figure, if there is one that can be shown here.
  private func drawing(_ path: String, _ alternative: String) -> [Styled]? {
    guard let text: String = figure(path, alternative) else { return nil }
    let isPicture: Bool = LineDrawing.isFound(in: text)
    if display.linear && isPicture { return nil }
    let shown: String = display.unicode ? text : LineDrawing.ascii(text)
    let lines: [Styled] = Styled(shown.trimmingNewlines).lines
    let fits: Bool = lines.allSatisfy { displayWidth(of: $0.text) <= page.room }
    if fits { return lines }
    return isPicture ? nil : lines.flatMap { $0.wrapped(to: page.room) }
  }
}

extension Styled {
  /// This text without spaces and newlines at its ends.
  var trimmingSpaces: Styled {
    let ends: [UInt8?] = [runs.first?.text.utf8.first, runs.last?.text.utf8.last]
    guard ends.contains(0x20) || ends.contains(0x0a) else { return self }
    let isSpace: (Glyph) -> Bool = { $0.character == " " || $0.character == "\n" }
    let kept = glyphs.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    return Styled(glyphs: Array(kept))
  }
}

extension String {
  /// This text without newlines at its ends; leading spaces of its first line stay.
  var trimmingNewlines: String {
    let isInside: (UInt8) -> Bool = { !(0x0a...0x0d).contains($0) }
    guard let first = utf8.firstIndex(where: isInside), let last = utf8.lastIndex(where: isInside)
    else { return "" }
    return String(self[first..<utf8.index(after: last)])
  }
}
