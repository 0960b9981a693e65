/// The lines of a document, with the bars and bullets of what they stand in.
struct MarkdownPage {
  /// A quote or list item that later lines stand in.
  private struct Container {
    let first: Styled
    let rest: Styled
    var isStarted: Bool = false
  }

  /// A list that is open: the number of its next item, and whether its items stand close.
  private struct OpenList {
    var next: Int?
    let isTight: Bool
  }

  private(set) var lines: [Styled] = []
  private let width: Int
  private let glyphs: Glyphs
  private var containers: [Container] = []
  private var indentation: Int = 0
  private var unshownDepth: Int = 0
  private var lists: [OpenList] = []
  private var needsGap: Bool = false

  init(width: Int, glyphs: Glyphs) {
    self.width = width
    self.glyphs = glyphs
  }

  /// The columns that are left for text.
  var room: Int { width - indentation }

  mutating func openQuote() {
    let bar: Styled = Styled(glyphs.quoteBar, .quiet)
    open(first: bar, rest: bar)
  }

  mutating func openList(start: Int?, isTight: Bool) {
    lists.append(OpenList(next: start, isTight: isTight))
  }

  mutating func openItem() {
    guard let list: OpenList = lists.last else { return }
    var marker: String = glyphs.bullets[min(lists.count, glyphs.bullets.count) - 1] + " "
    if let number: Int = list.next {
      marker = "\(number). "
      lists[lists.count - 1].next = number + 1
    }
    open(first: Styled(marker, .accent), rest: Styled(spaces(displayWidth(of: marker))))
  }

  mutating func closeContainer() {
    if unshownDepth > 0 {
      unshownDepth -= 1
      return
    }
    if containers.last?.isStarted == false { write([Styled()]) }
    indentation -= containers.removeLast().rest.width
  }

  mutating func closeList() {
    lists.removeLast()
    needsGap = !standsClose
  }

  /// Writes lines that fit, one below the other.
  mutating func write(_ block: [Styled]) {
    if needsGap { lines.append(gapLine.trimmingEnd) }
    for line: Styled in block { lines.append((startPrefix() + line).trimmingEnd) }
    needsGap = !standsClose
  }

  mutating func write(wrapping text: Styled) { write(text.wrapped(to: room)) }

  mutating func write(code: String) {
    let step: Styled = "    "
    let block: [Styled] = Styled(code.trimmingNewlines, .command).lines.flatMap { (line: Styled) in
      line.wrapped(to: room - step.width, hanging: step).map { step + $0 }
    }
    write(block)
  }

  mutating func write(heading: Styled, rule: Character?) {
    var block: [Styled] = heading.wrapped(to: room)
    if let rule: Character {
      let length: Int = block.map(\.width).max() ?? 0
      block.append(Styled(String(repeating: rule, count: length), .heading))
    }
    write(block)
    needsGap = rule == nil
  }

  mutating func writeRule(isLinear: Bool) {
    write([Styled(isLinear ? "---" : String(repeating: glyphs.rule, count: room), .quiet)])
  }

  private var standsClose: Bool { lists.last?.isTight ?? false }

  /// Beyond half the width nothing is indented further, so that text always has room.
  private mutating func open(first: Styled, rest: Styled) {
    if unshownDepth > 0 || indentation + rest.width > width / 2 {
      unshownDepth += 1
      return
    }
    containers.append(Container(first: first, rest: rest))
    indentation += rest.width
  }

  private mutating func startPrefix() -> Styled {
    var prefix: Styled = Styled()
    for index: Int in containers.indices {
      let container: Container = containers[index]
      prefix += container.isStarted ? container.rest : container.first
      containers[index].isStarted = true
    }
    return prefix
  }

  private var gapLine: Styled {
    containers.lazy.filter(\.isStarted).map(\.rest).joined(separator: "")
  }
}

extension Styled {
  /// This line without spaces at its end.
  var trimmingEnd: Styled {
    guard runs.last?.text.utf8.last == 0x20 else { return self }
    return Styled(glyphs: Array(glyphs.reversed().drop { $0.character == " " }.reversed()))
  }
}
