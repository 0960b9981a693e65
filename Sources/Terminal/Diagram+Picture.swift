extension Diagram {
  func picture(on display: Display) -> Styled {
    let plan: Plan = plan(on: display)
    var pen: Pen = Pen(
      canvas: Canvas(width: plan.width, height: plan.height),
      display: display
    )
    pen.draw(plan.users, .idle, users.state)
    pen.draw(plan.service, .idle, service.box.state)
    pen.connectDown(plan.users, plan.service, service.link)
    if let placed: Plan.Placed = plan.mailbox, let mailbox: Linked {
      pen.draw(placed, .idle, mailbox.box.state)
    }
    if let placed: Plan.Placed = plan.watcher, let watcher: Linked {
      pen.draw(placed, .idle, watcher.box.state)
      if let mailbox: Linked, let above: Plan.Placed = plan.mailbox {
        pen.connectUp(placed, above, mailbox.link)
      }
      pen.connectLeft(placed, plan.service, watcher.link)
    }
    for (placed, target) in zip(plan.targets, targets) {
      pen.draw(placed, frame(of: target), target.box.state)
      pen.lead(from: plan.service, to: placed, target.link.flow)
    }
    drawLabels(plan, &pen)
    return pen.canvas.lines.joined()
  }

  /// Writes what each line to a target is, beside its head.
  private func drawLabels(_ plan: Plan, _ pen: inout Pen) {
    var free: Int = 0
    for (index, target) in targets.enumerated() {
      let head: Int = plan.targets[index].middle
      let isLast: Bool = index == targets.count - 1
      let end: Int = isLast ? plan.width : plan.targets[index + 1].middle - 1
      let row: Int = plan.targets[index].y - 1
      free = pen.label(target.link, head: head, row: row, within: free..<end)
    }
  }

  /// The frame of a target: double where the traffic goes, dashed where it cannot go.
  private func frame(of target: Linked) -> Flow {
    if target.link.flow == .active { return .active }
    return target.box.state == .bad || target.link.flow == .dead ? .dead : .idle
  }
}

extension Diagram {
  /// Draws boxes and the lines between them.
  fileprivate struct Pen {
    var canvas: Canvas
    let display: Display

    mutating func draw(_ box: Plan.Placed, _ frame: Flow, _ state: State) {
      let strokes: Strokes = strokes(frame)
      let style: Style = frame == .idle ? state.style : frame.style
      for column: Int in box.x + 1..<box.right {
        put(strokes.horizontal, style, column, box.y)
        put(strokes.horizontal, style, column, box.bottom)
      }
      for row: Int in box.y + 1..<box.bottom {
        put(strokes.vertical, style, box.x, row)
        put(strokes.vertical, style, box.right, row)
      }
      put(strokes.topLeft, style, box.x, box.y)
      put(strokes.topRight, style, box.right, box.y)
      put(strokes.bottomLeft, style, box.x, box.bottom)
      put(strokes.bottomRight, style, box.right, box.bottom)
      let sign: Styled = Styled(state.sign(unicode: display.unicode), state.style.bold)
      canvas.put(sign, column: box.x + 2, row: box.y, limit: sign.width)
      for (index, line) in box.lines.enumerated() {
        canvas.put(line, column: box.x + 2, row: box.y + 1 + index, limit: box.width - 4)
      }
    }

    mutating func connectDown(_ upper: Plan.Placed, _ lower: Plan.Placed, _ link: Link) {
      let strokes: Strokes = strokes(link.flow)
      put(strokes.junction(below: true), link.flow.style, upper.middle, upper.bottom)
      put(strokes.down, link.flow.style, upper.middle, upper.bottom + 1)
      write(link, upper.middle + 2, upper.bottom + 1, limit: upper.right - upper.middle - 2)
    }

    mutating func connectUp(_ lower: Plan.Placed, _ upper: Plan.Placed, _ link: Link) {
      let strokes: Strokes = strokes(link.flow)
      put(strokes.junction(below: false), link.flow.style, lower.middle, lower.y)
      put(strokes.up, link.flow.style, lower.middle, lower.y - 1)
      write(link, lower.middle + 2, lower.y - 1, limit: lower.right - lower.middle - 1)
    }

    mutating func connectLeft(_ source: Plan.Placed, _ target: Plan.Placed, _ link: Link) {
      let strokes: Strokes = strokes(link.flow)
      let row: Int = source.y + 1
      put(strokes.junctionLeft, link.flow.style, source.x, row)
      for column: Int in target.right + 2..<source.x {
        put(strokes.horizontal, link.flow.style, column, row)
      }
      put(strokes.left, link.flow.style, target.right + 1, row)
    }

    /// Leads from the service's lower edge to the middle of a target's upper edge, by one bend
    /// where the target lies beside the service.
    mutating func lead(from service: Plan.Placed, to target: Plan.Placed, _ flow: Flow) {
      let strokes: Strokes = strokes(flow)
      let end: Int = target.middle
      let start: Int = min(end, service.right - 4)
      let row: Int = service.bottom + 1
      put(strokes.junction(below: true), flow.style, start, service.bottom)
      if start < end {
        put(strokes.bottomLeft, flow.style, start, row)
        for column: Int in start + 1..<end { put(strokes.horizontal, flow.style, column, row) }
        put(strokes.topRight, flow.style, end, row)
      } else {
        put(strokes.vertical, flow.style, end, row)
      }
      put(strokes.down, flow.style, end, row + 1)
    }

    /// Writes a line's word at the right of its head, or at the left where only there is room;
    /// returns the first column that the next word may have.
    mutating func label(_ link: Link, head: Int, row: Int, within free: Range<Int>) -> Int {
      let width: Int = displayWidth(of: link.label)
      let room: Int = free.upperBound - head - 2
      if width > room && head - 2 - free.lowerBound >= width {
        write(link, head - 1 - width, row, limit: width)
        return head + 2
      }
      write(link, head + 2, row, limit: room)
      return head + 4 + min(width, room)
    }

    private mutating func write(_ link: Link, _ column: Int, _ row: Int, limit: Int) {
      canvas.put(
        Styled(link.label, link.flow.style),
        column: column,
        row: row,
        limit: limit,
        ellipsis: display.glyphs.ellipsis
      )
    }

    private mutating func put(_ character: Character, _ style: Style, _ column: Int, _ row: Int) {
      canvas.put(character, style, column: column, row: row)
    }

    private func strokes(_ flow: Flow) -> Strokes { Strokes.of(flow, unicode: display.unicode) }
  }
}
