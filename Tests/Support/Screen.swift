/// What a terminal shows: the small part of a VT220 that line editors and our own output use.
public struct Screen: Sendable, CustomStringConvertible {
  public private(set) var columns: Int
  public private(set) var rows: Int

  /// Where the next character goes, from 0.
  public private(set) var row = 0
  public private(set) var column = 0

  /// How often the bell has rung.
  public private(set) var bells = 0

  /// How many escape sequences have come.
  public private(set) var escapes = 0

  /// Every private mode that was ever switched on, such as 2004 for bracketed paste.
  public private(set) var modesEverSet: Set<Int> = []

  /// The rows that have left at the top, oldest first.
  public private(set) var scrolledOff: [String] = []

  /// How a cell looks.
  public struct Style: Hashable, Sendable {
    public var isBold = false
    public var isDim = false
    public var isUnderlined = false
    public var isInverse = false
    public var colour: Int?

    public init() {}
  }

  struct Cell: Sendable {
    /// Empty in the right half of a double-width character.
    var text = " "
    var style = Style()
  }

  private var cells: [[Cell]]
  private var style = Style()
  private var parser = EscapeParser()
  private var isWrapPending = false
  private var saved = (row: 0, column: 0)

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// The rows without the spaces at their ends.
  public var lines: [String] {
    cells.map { row in
      let text = row.map(\.text).joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// All that is on the screen, and before it what has scrolled off.
  public var text: String { (scrolledOff + lines).joined(separator: "\n") }

  /// The lines down to the last that is not empty.
  public var description: String {
    let shown = lines.reversed().drop { $0.isEmpty }.reversed()
    return (shown.map { "|\($0)\n" }).joined() + "cursor at row \(row), column \(column)"
  }

  /// The row in which the cursor is.
  public var cursorLine: String { lines[row] }

  public func style(row: Int, column: Int) -> Style { cells[row][column].style }

  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      guard let action = parser.next(byte) else { continue }
      switch action {
      case .print(let character): print(character)
      case .control(let byte): obeyControl(byte)
      case .escape(let final):
        escapes += 1
        obeyEscape(final)
      case .sequence(let prefix, let numbers, let final):
        escapes += 1
        if prefix == "?" {
          if final == "h" { modesEverSet.formUnion(numbers) }
        } else {
          obeySequence(numbers, final)
        }
      }
    }
  }

  /// Changes the size as xterm does, which does not wrap anew.
  public mutating func resize(columns: Int, rows: Int) {
    while self.rows > rows {
      if row < self.rows - 1 {
        cells.removeLast()
      } else {
        scroll()
        cells.removeLast()
        row -= 1
      }
      self.rows -= 1
    }
    while self.rows < rows {
      cells.append(Array(repeating: Cell(), count: self.columns))
      self.rows += 1
    }
    for index in cells.indices {
      let missing = max(0, columns - self.columns)
      cells[index] = cells[index].prefix(columns) + Array(repeating: Cell(), count: missing)
    }
    self.columns = columns
    column = min(column, columns - 1)
    isWrapPending = false
  }

  private mutating func print(_ character: Character) {
    let width = character.columns
    if width == 0 {
      let before = isWrapPending ? column : max(0, column - 1)
      cells[row][before].text += String(character)
      return
    }
    if isWrapPending || column + width > columns {
      column = 0
      lineFeed()
    }
    cells[row][column] = Cell(text: String(character), style: style)
    if width == 2 { cells[row][column + 1] = Cell(text: "", style: style) }
    isWrapPending = column + width >= columns
    column = min(column + width, columns - 1)
  }

  private mutating func obeyControl(_ byte: UInt8) {
    isWrapPending = false
    switch byte {
    case 0x07: bells += 1
    case 0x08: column = max(0, column - 1)
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: column = 0
    default: break
    }
  }

  private mutating func obeyEscape(_ final: Character) {
    switch final {
    case "7": saved = (row, column)
    case "8": (row, column) = saved
    case "M": row = max(0, row - 1)
    default: break
    }
  }

  private mutating func obeySequence(_ numbers: [Int], _ final: Character) {
    if final == "m" {
      style.apply(numbers)
      return
    }
    isWrapPending = false
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "d": row = min(rows, count) - 1
    case "H", "f":
      row = min(rows, count) - 1
      column = min(columns, max(1, numbers.dropFirst().first ?? 1)) - 1
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "P":
      cells[row].removeSubrange(column..<min(columns, column + count))
      cells[row] += Array(repeating: Cell(), count: columns - cells[row].count)
    case "@":
      cells[row].insert(contentsOf: Array(repeating: Cell(), count: count), at: column)
      cells[row].removeLast(cells[row].count - columns)
    case "X":
      for index in column..<min(columns, column + count) { cells[row][index] = Cell() }
    default: break
    }
  }

  private mutating func eraseLine(_ part: Int) {
    let range = part == 0 ? column..<columns : part == 1 ? 0..<(column + 1) : 0..<columns
    for index in range { cells[row][index] = Cell() }
  }

  private mutating func eraseScreen(_ part: Int) {
    if part < 2 { eraseLine(part) }
    let range = part == 0 ? (row + 1)..<rows : part == 1 ? 0..<row : 0..<rows
    for index in range { cells[index] = Array(repeating: Cell(), count: columns) }
  }

  private mutating func lineFeed() {
    isWrapPending = false
    if row == rows - 1 { scroll() } else { row += 1 }
  }

  private mutating func scroll() {
    scrolledOff.append(lines[0])
    cells.removeFirst()
    cells.append(Array(repeating: Cell(), count: columns))
  }
}

extension Screen.Style {
  fileprivate mutating func apply(_ numbers: [Int]) {
    var rest = (numbers.isEmpty ? [0] : numbers)[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: self = Self()
      case 1: isBold = true
      case 2: isDim = true
      case 4: isUnderlined = true
      case 7: isInverse = true
      case 30...37: colour = number - 30
      case 38 where rest.first == 5:
        colour = rest.dropFirst().first
        rest = rest.dropFirst(2)
      case 39: colour = nil
      case 90...97: colour = number - 82
      default: break
      }
    }
  }
}

extension Character {
  /// The columns that a terminal gives the character: 0 for a combining mark, 2 for wide ones.
  fileprivate var columns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
