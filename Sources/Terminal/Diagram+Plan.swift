extension Diagram {
  /// Where each part of the picture stands.
  struct Plan {
    /// A part with its place and its lines, already fitted.
    struct Placed {
      let x: Int
      let y: Int
      let width: Int
      let height: Int
      let lines: [Styled]

      var middle: Int { x + width / 2 }
      var right: Int { x + width - 1 }
      var bottom: Int { y + height - 1 }
    }

    let width: Int
    let users: Placed
    let service: Placed
    let watcher: Placed?
    let mailbox: Placed?
    let targets: [Placed]

    var height: Int { (targets.map(\.bottom).max() ?? service.bottom) + 1 }
  }

  func plan(on display: Display) -> Plan {
    let width: Int = min(display.width, 100)
    let gap: Int = width < 72 ? 4 : 6
    let side: Int = max(26, (width - gap) * 2 / 5)
    let isSided: Bool = watcher != nil || mailbox != nil
    let main: Int = isSided ? width - gap - side : max(width - gap - side, width / 2 + 12)
    let mainX: Int = isSided ? 0 : (width - main) / 2
    let targetWidth: Int = targets.count == 2 ? (width - 2) / 2 : width * 3 / 5

    func fitted(_ box: Box, _ width: Int) -> [Styled] {
      text(of: box, width: width - 4)
    }
    func height(_ boxes: [(Box?, Int)]) -> Int {
      2
        + (boxes.map { (box: Box?, width: Int) in box.map { fitted($0, width).count } ?? 0 }.max()
          ?? 0)
    }
    func place(_ box: Box, x: Int, y: Int, width: Int, height: Int) -> Plan.Placed {
      Plan.Placed(x: x, y: y, width: width, height: height, lines: fitted(box, width))
    }

    let top: Int = height([(users, main), (mailbox?.box, side)])
    let middle: Int = height([(service.box, main), (watcher?.box, side)])
    let low: Int = height(targets.map { ($0.box, targetWidth) })
    let beside: Int = width - side
    return Plan(
      width: width,
      users: place(users, x: mainX, y: 0, width: main, height: top),
      service: place(service.box, x: mainX, y: top + 1, width: main, height: middle),
      watcher: watcher.map {
        place($0.box, x: beside, y: top + 1, width: side, height: middle)
      },
      mailbox: mailbox.map { place($0.box, x: beside, y: 0, width: side, height: top) },
      targets: targets.enumerated().map { (index: Int, target: Linked) in
        let x: Int =
          targets.count == 2
          ? index * (width - targetWidth) : max(0, mainX + main / 2 - targetWidth / 2)
        return place(target.box, x: x, y: top + middle + 3, width: targetWidth, height: low)
      }
    )
  }

  /// The lines inside a box: its title, then what is known of it.
  private func text(of box: Box, width: Int) -> [Styled] {
    Styled(box.title, box.state.style.bold).wrapped(to: width)
      + box.lines.flatMap { $0.wrapped(to: width, hanging: "  ") }
  }
}
