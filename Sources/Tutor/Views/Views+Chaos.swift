import CafeWorld
import Commands
import Terminal

extension Views {
  /// What came of a battery of fault schedules, and the worst of them.
  static func chaos(_ report: ChaosReport, of world: World, on display: Display) -> Styled {
    let chaos = report.chaos
    let last = chaos.seed &+ UInt64(chaos.count - 1)
    let seeds = chaos.count == 1 ? "seed \(last)" : "seeds \(chaos.seed) to \(last)"
    var sheet = Sheet(on: display)
    sheet.say(
      Styled(counted(chaos.count, "fault schedule"), .heading)
        + " of \(span(chaos.length)) on copies of your café (\(seeds))"
    )
    sheet.gap()
    sheet.draw(figures(report, on: display))
    sheet.gap()
    sheet.say(survival(report))
    sheet.say(
      none(
        "Survived: never longer than \(span(chaos.limit)) without an answer that works. An answer "
          + "works when the name servers give \(world.customers.name.shown) an address that takes "
          + "orders."
      )
    )
    if let worst = report.worst { tell(worst, report, world, into: &sheet) }
    return sheet.text
  }

  private static func figures(_ report: ChaosReport, on display: Display) -> Styled {
    let (orders, outages) = (report.ordersLost, report.outages)
    return Table(
      [
        .init("Of the schedules"), .init("best", .right), .init("median", .right),
        .init("worst", .right),
      ],
      rows: [
        [Styled("orders lost")]
          + [orders.least, orders.median, orders.most].map { Styled(String($0)) },
        [Styled("longest without an answer that works")]
          + [outages.least, outages.median, outages.most].map { Styled(span($0)) },
      ]
    ).drawn(on: display)
  }

  private static func survival(_ report: ChaosReport) -> Styled {
    let count = report.runs.count
    let share = percentage(report.survived, of: count).map { " (\($0))" } ?? ""
    var sentence = Styled("survived: \(report.survived) of \(count)\(share).", .value)
    if report.hopeless > 0 {
      sentence +=
        " In \(report.hopeless) of the \(count - report.survived) others no server took orders for "
        + "longer than that: there no record helps."
    }
    return sentence
  }

  /// The faults of a schedule as lines, the first six, and how to play it.
  private static func tell(
    _ worst: FaultRun,
    _ report: ChaosReport,
    _ world: World,
    into sheet: inout Sheet
  ) {
    let schedule = worst.schedule
    sheet.gap()
    sheet.say(
      Styled("The worst, seed \(schedule.seed)", .heading)
        + ": \(counted(worst.ordersLost, "order")) lost, \(span(worst.longestOutage)) without an "
        + "answer that works"
    )
    let faults = schedule.faults.filter { $0.at < schedule.length }
    let shown = 6
    sheet.rows(
      faults.prefix(shown).map { fault in
        [Styled("after \(span(fault.at))"), Styled(fault.command.line(in: world) ?? "", .command)]
      }
    )
    if faults.count > shown { sheet.say("and \(faults.count - shown) more", indent: 2) }
    let over = report.chaos.length == Chaos.usualLength
    let option = over ? "" : " --over \(Durations.text(report.chaos.length))"
    let line = "chaos replay " + String(schedule.seed) + option
    sheet.say("`\(line)` plays it on a branch of its own.")
  }
}
