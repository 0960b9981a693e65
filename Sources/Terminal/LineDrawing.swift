/// Pictures made of box and block characters, and their stand-ins in ASCII.
enum LineDrawing {
  /// Whether `text` is a picture made of lines, that makes no sense read aloud.
  static func isFound(in text: String) -> Bool {
    text.unicodeScalars.contains { (0x2500...0x25ff).contains($0.value) } || text.contains("+--")
  }

  /// The same picture in ASCII, column for column; letters stay as they are.
  static func ascii(_ text: String) -> String {
    String(text.map { standIns[$0] ?? (isLine($0) ? "+" : $0) })
  }

  private static func isLine(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x2500...0x257f).contains($0.value) }
  }

  private static let standIns: [Character: Character] = [
    "─": "-", "━": "-", "═": "=", "╌": "-", "┄": "-", "┈": "-", "╍": "-", "┅": "-",
    "│": "|", "┃": "|", "║": "|", "╎": ":", "┆": ":", "┊": ":", "╏": ":", "┇": ":",
    "╱": "/", "╲": "\\", "╳": "x", "█": "#", "▓": "#", "▒": "#", "░": ".",
    "▲": "^", "△": "^", "▼": "v", "▽": "v", "▶": ">", "▷": ">", "►": ">",
    "◀": "<", "◁": "<", "◄": "<", "●": "*", "◆": "*", "■": "#", "○": "o", "◇": "o", "□": "o",
    "→": ">", "←": "<", "↑": "^", "↓": "v", "•": "*", "…": ".", "✓": "+", "✗": "x",
  ]
}
