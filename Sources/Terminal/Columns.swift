/// Names set in as many columns as fit, read downwards; one a line on a linear display.
public func columns(_ items: [String], on display: Display) -> Styled {
  let cells: [Styled] = items.map { (item: String) in
    Styled(item).lines.joined(separator: " ")
      .truncated(to: display.width, ellipsis: display.glyphs.ellipsis)
  }
  let cellWidth: Int = 2 + (cells.map(\.width).max() ?? 0)
  let across: Int = display.linear ? 1 : max(1, (display.width + 2) / cellWidth)
  let down: Int = (cells.count + across - 1) / across
  return (0..<down).map { (row: Int) in
    stride(from: row, to: cells.count, by: down).map { (index: Int) in
      cells[index].padded(to: cellWidth)
    }.joined(separator: "").trimmingEnd
  }.joined()
}
