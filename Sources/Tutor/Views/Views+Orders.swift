import CafeWorld
import Terminal

extension Views {
  /// Orders placed and lost over time, with the totals of what is shown.
  static func orders(
    of world: World,
    events: [Event],
    last: Milliseconds?,
    on display: Display
  ) -> Styled {
    var sheet = Sheet(on: display)
    guard let since = world.customers.since else {
      sheet.say(
        none(
          "No orders yet: customers come when \(world.customers.name.shown) first answers. "
            + "`create record www A \(world.exampleServer)` gives it an address."
        )
      )
      return sheet.text
    }
    let start = last.map { max(since, world.now - $0) } ?? since
    let spans = world.customers.spans(from: start, to: world.now)
    let tally = OrderTally(of: spans, from: start, to: world.now)
    guard !tally.buckets.isEmpty else {
      sheet.say(none("Customers have just come, at \(since.clock). Let time pass: `wait 10m`."))
      return sheet.text
    }
    let stretches = OrderStretch.joined(spans.map { OrderStretch($0) })
    if display.drawsPictures {
      let plot = Plot(
        title: "Orders, each bar \(span(tally.width))",
        first: "placed",
        second: "lost",
        buckets: tally.buckets
      )
      sheet.draw(plot.drawn(on: display))
      let outages = stretches.filter(\.isOutage)
      if !outages.isEmpty {
        sheet.gap()
        sheet.say(Styled("Outage by outage", .heading))
        sheet.draw(outages.table(from: start, to: world.now, on: display))
      }
    } else {
      sheet.draw(stretches.table(from: start, to: world.now, on: display))
    }
    sheet.gap()
    let (placed, lost) = tally.totals
    let share = percentage(lost, of: placed + lost)
    let (from, to) = (start.clock(seenFrom: world.now), world.now.clock(seenFrom: start))
    var line: Styled = "From \(from) to \(to): \(placed) placed, "
    line.append("\(lost) lost", lost > 0 ? .bad : .good)
    if let share, lost > 0 { line += ", that is \(share) of all" }
    sheet.say(line + ".")
    if lost > 0 {
      sheet.say(
        none(
          "Each customer keeps an answer of their own for its TTL, whatever the resolvers hold by "
            + "now. Who comes more seldom than that asks anew each time."
        )
      )
    }
    sayWhatIsByHand(last == nil ? world.ordersByHand : byHand(events, since: start), on: &sheet)
    return sheet.text
  }

  private static func sayWhatIsByHand(_ count: Int, on sheet: inout Sheet) {
    guard count > 0 else { return }
    let verb = count == 1 ? "is" : "are"
    sheet.say(none("Your own \(counted(count, "order")) by hand \(verb) not among them."))
  }

  /// How many orders the learner has placed from a moment on.
  private static func byHand(_ events: [Event], since start: Instant) -> Int {
    events.count { event in
      if case .orderPlaced = event.fact { event.at >= start } else { false }
    }
  }
}

/// Orders counted into stretches of one length.
struct OrderTally {
  let width: Milliseconds
  private(set) var buckets: [Plot.Bucket] = []
  private(set) var totals = (placed: 0, lost: 0)

  private static let widths: [Milliseconds] =
    [1, 2, 5, 10, 15, 30].map { $0 * .minute } + [1, 2, 6, 12, 24].map { $0 * .hour }

  /// Spans that a bucket's edge cuts are shared out, so that no order is lost or counted twice.
  init(of spans: [OrderSpan], from start: Instant, to end: Instant) {
    let length = end - start
    let width = Self.widths.first { length / $0 < 60 } ?? Self.widths[Self.widths.count - 1]
    self.width = width
    guard length > 0 else { return }
    var edge = start - Self.remainder(start.milliseconds + Instant.localOffset, width)
    while edge < end {
      let (from, to) = (max(edge, start), min(edge + width, end))
      let sums = spans.reduce(into: (placed: 0, lost: 0)) { sums, span in
        guard let part = span.cut(from: from, to: to) else { return }
        sums.placed += part.placed
        sums.lost += part.lost
      }
      buckets.append(
        Plot.Bucket(
          from: edge.forDrawing,
          to: (edge + width).forDrawing,
          first: sums.placed,
          second: sums.lost
        )
      )
      totals.placed += sums.placed
      totals.lost += sums.lost
      edge = edge + width
    }
  }

  private static func remainder(_ value: Int64, _ divisor: Int64) -> Int64 {
    (value % divisor + divisor) % divisor
  }
}
