/// Rows under headings, fitted to the width; where its words would be torn, a record for each row,
/// and on a linear display a sentence.
public struct Table: Sendable, Equatable {
  /// One column: what it is called and how its cells stand.
  public struct Column: Sendable, Equatable {
    /// What becomes of cells that are wider than the column can be.
    public enum Overflow: Sendable, Equatable { case wrap, truncate }

    public var title: String
    public var alignment: Alignment
    public var overflow: Overflow

    public init(
      _ title: String,
      _ alignment: Alignment = .left,
      overflow: Overflow = .wrap
    ) {
      self.title = sanitised(title)
      self.alignment = alignment
      self.overflow = overflow
    }
  }

  public var columns: [Column]
  /// The cells, a row at a time; a missing one is empty, one too many is not shown.
  public var rows: [[Styled]]

  public init(_ columns: [Column], rows: [[Styled]]) {
    self.columns = columns
    self.rows = rows
  }

  public func drawn(on display: Display) -> Styled {
    if display.linear { return list(on: display) }
    guard let widths: [Int] = widths(within: display.width) else { return records(on: display) }
    let titles: [Styled] = columns.map { Styled($0.title, .heading) }
    let rule: String = zip(columns, widths).map { (_, width: Int) in
      String(repeating: display.glyphs.rule, count: width)
    }.joined(separator: "  ")
    var lines: [Styled] = line(of: titles, widths, display)
    lines.append(Styled(rule, .quiet))
    for row: [Styled] in rows { lines += line(of: row, widths, display) }
    return lines.joined()
  }

  /// One line for each row, as `name: value; name: value`; what has no name stands there without.
  private func list(on display: Display) -> Styled {
    rows.flatMap { (row: [Styled]) -> [Styled] in
      var line: Styled = Styled()
      for (column, cell): (Column, Styled) in zip(columns, row) {
        let value: Styled = cell.lines.joined(separator: " ").trimmingEnd
        guard !value.isEmpty else { continue }
        // The word of a mark, such as `done:`, belongs to what follows.
        if !line.isEmpty { line += line.text.hasSuffix(":") ? " " : "; " }
        line += column.title.isEmpty ? value : Styled("\(column.title): ") + value
      }
      return line.wrapped(to: display.width, hanging: "  ")
    }.joined()
  }

  /// A record for each row: its first cell, and below it a line for each other one.
  private func records(on display: Display) -> Styled {
    rows.flatMap { (row: [Styled]) -> [Styled] in
      var lines: [Styled] = []
      var lead: Styled = Styled()
      for (column, cell): (Column, Styled) in zip(columns, row) where !cell.isEmpty {
        let value: Styled = cell.lines.joined(separator: ", ")
        guard !column.title.isEmpty else {
          lead += value + " "
          continue
        }
        let front: Styled = lines.isEmpty ? Styled() : "  "
        lines += (front + lead + Styled("\(column.title): ", .quiet) + value)
          .wrapped(to: display.width, hanging: "    ")
        lead = Styled()
      }
      return lead.isEmpty ? lines : lines + [("  " + lead).trimmingEnd]
    }.joined()
  }

  /// The lines of one row, as many as its tallest cell has.
  private func line(of row: [Styled], _ widths: [Int], _ display: Display) -> [Styled] {
    let cells: [[Styled]] = columns.indices.map { (index: Int) in
      let cell: Styled = row.indices.contains(index) ? row[index] : Styled()
      switch columns[index].overflow {
      case .wrap: return cell.wrapped(to: widths[index])
      case .truncate:
        return cell.truncated(to: widths[index], ellipsis: display.glyphs.ellipsis).lines
      }
    }
    let height: Int = cells.map(\.count).max() ?? 0
    return (0..<height).map { (number: Int) in
      columns.indices.map { (index: Int) -> Styled in
        let text: Styled = number < cells[index].count ? cells[index][number] : Styled()
        return text.padded(to: widths[index], columns[index].alignment)
      }.joined(separator: "  ").trimmingEnd
    }
  }

  /// The columns' widths, the widest made narrower until all fit; nil if they cannot without
  /// tearing a word.
  private func widths(within limit: Int) -> [Int]? {
    var widths: [Int] = columns.indices.map { (index: Int) in
      let cells: [Int] = rows.map { index < $0.count ? $0[index].width : 0 }
      return max(displayWidth(of: columns[index].title), cells.max() ?? 0)
    }
    let least: [Int] = columns.indices.map { min(widths[$0], narrowest(column: $0)) }
    while widths.reduce(0, +) + 2 * (widths.count - 1) > limit {
      let spare: [Int] = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest: Int = spare.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  /// The columns that a cell needs so that no word of it is torn, at least eight.
  private func narrowest(column index: Int) -> Int {
    let cells: [Styled] =
      [Styled(columns[index].title)]
      + (columns[index].overflow == .truncate ? [] : rows.compactMap { $0.dropFirst(index).first })
    let words: [Int] = cells.flatMap { (cell: Styled) in
      cell.text.split { " \n".contains($0) }.map { displayWidth(of: String($0)) }
    }
    return max(8, words.max() ?? 0)
  }
}
