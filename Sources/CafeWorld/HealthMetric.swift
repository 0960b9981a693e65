import DNS
import OrderedCollections
public import Route53

/// The metrics that Route 53 sends to CloudWatch in us-east-1 (`DG:monitoring-cloudwatch`).
public enum HealthMetric: String, CaseIterable, Hashable, Sendable, Codable {
  /// 1 while the check is healthy, 0 while it is not.
  case status = "HealthCheckStatus"
  /// Percent of the checkers that say healthy.
  case percentageHealthy = "HealthCheckPercentageHealthy"
  /// How many children of a calculated check are healthy.
  case healthyChildren = "ChildHealthCheckHealthyCount"
  case connectionTime = "ConnectionTime"
  case timeToFirstByte = "TimeToFirstByte"
  case handshakeTime = "SSLHandshakeTime"

  /// What CloudWatch calls its unit.
  public var unit: String {
    switch self {
    case .status, .healthyChildren: "None"
    case .percentageHealthy: "Percent"
    case .connectionTime, .timeToFirstByte, .handshakeTime: "Milliseconds"
    }
  }

  /// Whether it is measured request by request, on checks that ask for it.
  public var isLatency: Bool {
    switch self {
    case .connectionTime, .timeToFirstByte, .handshakeTime: true
    case .status, .percentageHealthy, .healthyChildren: false
    }
  }

  /// CloudWatch's namespace of all of them.
  public static let namespace = "AWS/Route53"

  /// Metrics are kept for two weeks (`DG:monitoring-health-checks`).
  public static let kept: Milliseconds = 14 * .day
}

extension World {
  /// The metrics that a check sends.
  public func metrics(of check: HealthCheck) -> [HealthMetric] {
    HealthMetric.allCases.filter { metric in
      switch metric {
      case .status: true
      case .percentageHealthy: check.settings.kind.hasEndpoint
      case .healthyChildren: check.settings.kind == .calculated
      case .connectionTime: check.settings.measuresLatency == true
      case .timeToFirstByte:
        check.settings.measuresLatency == true && check.settings.kind != .tcp
      case .handshakeTime:
        check.settings.measuresLatency == true && check.settings.kind.isEncrypted
      }
    }
  }

  /// A check's metric between two moments, the second not included; nil: no data.
  ///
  /// With a region only from its checkers, for the latencies.
  public func metric(
    _ metric: HealthMetric,
    of id: HealthCheckID,
    from start: Instant,
    to end: Instant,
    region: String? = nil
  ) -> MetricSummary? {
    guard let check = checks[id] else {
      return history(of: metric, of: id)?.summary(from: start, to: end)
    }
    guard metrics(of: check).contains(metric) else { return nil }
    if metric.isLatency {
      let home = check.target.flatMap { place(of: $0) } ?? self.region
      return check.latencies(metric, from: start, to: min(end, now), region: region, home)
    }
    return check.history(of: metric)?.summary(from: start, to: end)
  }
}

/// What a deleted health check has sent: nothing any more from its end on.
struct FormerMetrics: Hashable, Sendable, Codable {
  private var histories: OrderedDictionary<HealthMetric, StepHistory> = [:]

  init(of check: HealthCheck, endedAt moment: Instant, because event: Int) {
    for metric in HealthMetric.allCases {
      guard var history = check.history(of: metric) else { continue }
      history.note(nil, at: moment, because: event)
      histories[metric] = history
    }
  }

  func history(of metric: HealthMetric) -> StepHistory? { histories[metric] }
}

extension World {
  /// The past of a metric that changes in steps, also of a check that was deleted.
  func history(of metric: HealthMetric, of id: HealthCheckID) -> StepHistory? {
    checks[id].map { $0.history(of: metric) } ?? formerMetrics[id]?.history(of: metric)
  }
}

extension HealthCheck {
  /// The past of a metric that changes in steps.
  func history(of metric: HealthMetric) -> StepHistory? {
    switch metric {
    case .status: statuses
    case .percentageHealthy: settings.kind.hasEndpoint ? counts : nil
    case .healthyChildren: settings.kind == .calculated ? counts : nil
    case .connectionTime, .timeToFirstByte, .handshakeTime: nil
    }
  }

  /// What the requests of a stretch of time took: a time for the way, which is ours, and what the
  /// website took; requests that never got so far give no sample.
  fileprivate func latencies(
    _ metric: HealthMetric,
    from start: Instant,
    to end: Instant,
    region: String?,
    _ place: String
  ) -> MetricSummary? {
    guard settings.measuresLatency == true, start < end else { return nil }
    var samples: [Int64] = []
    for checker in checkers {
      let site = HealthRules.sites[checker.site]
      guard region == nil || site.region == region else { continue }
      for probe in checker.probes(from: start, to: end - 1) {
        if let time = probe.outcome.time(metric, way: Latency.way(from: site.region, to: place)) {
          samples.append(time * 1_000)
        }
      }
    }
    return samples.isEmpty ? nil : MetricSummary(samples: samples)
  }
}

extension ProbeOutcome {
  /// The milliseconds that a request took, with the way there and back.
  fileprivate func time(_ metric: HealthMetric, way: Milliseconds) -> Milliseconds? {
    switch metric {
    case .connectionTime: connectMilliseconds.map { Int64($0) + way }
    case .timeToFirstByte: statusMilliseconds.map { Int64($0) + 2 * way }
    case .handshakeTime: statusMilliseconds.map { _ in 2 * way }
    case .status, .percentageHealthy, .healthyChildren: nil
    }
  }
}

/// How long a packet goes from one region to another and back, in milliseconds: a table of ours.
///
/// Only the metrics of latency show it; for the checks themselves the way takes no time.
public enum Latency {
  public static func way(from one: String, to other: String) -> Milliseconds {
    guard let row = HealthRules.regions.firstIndex(of: one),
      let column = HealthRules.regions.firstIndex(of: other)
    else { return 100 }
    return table[max(row, column)][min(row, column)]
  }

  /// In the order of `HealthRules.regions`, each with those before it and itself.
  private static let table: [[Milliseconds]] = [
    [2],
    [64, 2],
    [68, 22, 2],
    [72, 136, 126, 2],
    [218, 170, 162, 176, 2],
    [198, 138, 140, 256, 92, 2],
    [148, 108, 98, 202, 70, 106, 2],
    [114, 174, 178, 178, 328, 312, 256, 2],
  ]
}

extension World {
  /// The region in which somebody has an address.
  private func place(of address: IPv4Address) -> String? {
    owner(of: address)?.region ?? resource(at: address)?.region
  }
}
