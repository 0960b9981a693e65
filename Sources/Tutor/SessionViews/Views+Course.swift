import Lab
public import Terminal

extension Views {
  /// The lessons of the course, each below those that it rests on, with what was reached.
  public static func course(
    _ standing: CourseStanding,
    present: String?,
    on display: Display
  ) -> Styled {
    let rows: [[Styled]] = standing.rows.map { row in
      let isHere = row.place.id == present
      let margin = display.linear ? "" : String(repeating: "  ", count: row.place.depth)
      let sign = (row.isDone ? Sign.done : Sign.open).drawn(on: display)
      let words = Styled((row.isDone ? "done" : "open") + (isHere ? ", here" : ""))
      return [
        display.linear ? words : Styled(isHere ? "→ " : "  ") + sign,
        Styled(margin) + Styled(row.place.id, .command), Styled(row.place.front.title),
        Styled(row.isBegun ? "\(row.earned) of \(row.possible)" : "–"),
        Styled(row.due > 0 ? "\(row.due)" : ""),
      ]
    }
    let table = Table(
      [
        .init(display.linear ? "state" : ""), .init("lesson"), .init("title"),
        .init("points", .right),
        .init("due", .right),
      ],
      rows: rows
    )
    return Styled("The course", .heading.bold) + Styled("\n") + table.drawn(on: display)
  }
}
