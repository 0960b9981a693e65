/// Rows under headings, fitted to the width; a list of "name: value" where it cannot be drawn.
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
    guard !display.linear, let widths: [Int] = widths(within: display.width) else {
      return list(on: display)
    }
    let titles: [Styled] = columns.map { Styled($0.title, .heading) }
    let rule: String = zip(columns, widths).map { (_, width: Int) in
      String(repeating: display.glyphs.rule, count: width)
    }.joined(separator: "  ")
    var lines: [Styled] = line(of: titles, widths, display)
    lines.append(Styled(rule, .quiet))
    for row: [Styled] in rows { lines += line(of: row, widths, display) }
    return lines.joined()
  }

  /// One line for each row, as `name: value; name: value`.
  private func list(on display: Display) -> Styled {
    rows.flatMap { (row: [Styled]) -> [Styled] in
      let parts: [Styled] = zip(columns, row).filter { !$1.isEmpty }.map { (column, cell) in
        Styled("\(column.title): ") + cell.lines.joined(separator: " ")
      }
      return parts.joined(separator: "; ").wrapped(to: display.width, hanging: "  ")
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

  /// The columns' widths, the widest made narrower until all fit; nil if they cannot.
  private func widths(within limit: Int) -> [Int]? {
    let narrowest: Int = 8
    var widths: [Int] = columns.indices.map { (index: Int) in
      let cells: [Int] = rows.map { index < $0.count ? $0[index].width : 0 }
      return min(limit, max(displayWidth(of: columns[index].title), cells.max() ?? 0))
    }
    while widths.reduce(0, +) + 2 * (widths.count - 1) > limit {
      guard let widest: Int = widths.max(), widest > narrowest,
        let index: Int = widths.firstIndex(of: widest)
      else { return nil }
      widths[index] -= 1
    }
    return widths
  }
}
