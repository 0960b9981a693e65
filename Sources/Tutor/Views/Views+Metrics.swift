import CafeWorld
import Route53
import Terminal

extension Views {
  /// What a health check told CloudWatch lately, a row for each period.
  static func metrics(
    _ id: HealthCheckID,
    of world: World,
    last: Milliseconds?,
    on display: Display
  ) -> Styled {
    guard let check = world.healthCheck(id) else {
      return none("There is no health check \(id.text).")
    }
    var sheet = Sheet(on: display)
    sheet.say(Styled("Metrics of \(check.title)", .heading))
    let length = min(last ?? 10 * .minute, HealthMetric.kept)
    let period = periods.first { length <= 30 * $0 } ?? .day
    let end = world.now.milliseconds / .minute * .minute
    let count = (length + period - 1) / period
    let metrics = world.metrics(of: check)
    let rows = (0..<count).reversed().compactMap { back -> [Styled]? in
      let to = Instant(milliseconds: end - back * period)
      let values = metrics.map { world.metric($0, of: id, from: to - period, to: to) }
      guard values.contains(where: { $0 != nil }) else { return nil }
      let cells = zip(metrics, values).map { metric, value in
        value.map { Styled($0.value(metric.usual).decimal) } ?? Styled("none", .quiet)
      }
      return [Styled((to - period).clock(seenFrom: world.now))] + cells
    }
    guard !rows.isEmpty else {
      sheet.say(none("No minute is over yet since the check was made: `wait 1m`."), indent: 2)
      return sheet.text
    }
    let titles = ["From"] + metrics.map(\.title)
    sheet.draw(Table(titles.map { Table.Column($0) }, rows: rows).drawn(on: display))
    sheet.say(none("A row for every \(span(period)); of the status the lowest, else the average."))
    return sheet.text
  }

  private static let periods: [Milliseconds] = [
    .minute, 5 * .minute, 15 * .minute, .hour, 6 * .hour, .day,
  ]
}

extension HealthMetric {
  /// The statistic that tells most.
  fileprivate var usual: Statistic { self == .status ? .minimum : .average }

  fileprivate var title: String {
    switch self {
    case .status: "Status"
    case .percentageHealthy: "Checkers healthy, %"
    case .healthyChildren: "Children healthy"
    case .connectionTime: "Connection, ms"
    case .timeToFirstByte: "First byte, ms"
    case .handshakeTime: "TLS handshake, ms"
    }
  }
}
