import CafeWorld
import Route53

/// A metric of a health check over a time, as `get-metric-statistics` and `get-metric-data` ask.
struct AwsMetricQuery {
  let metric: HealthMetric
  let check: HealthCheckID
  /// The checkers' region, for latencies.
  let region: String?
  let period: Milliseconds
  let from: Instant
  let to: Instant

  /// The most datapoints of one call of GetMetricStatistics (CWM).
  private static let pointsMost: Int64 = 1_440

  static func checkNamespace(
    _ name: String?,
    _ operation: AwsOperation
  ) throws(CommandError) {
    guard name != "AWS/Route53" else { return }
    throw .badValue(
      option: "--namespace",
      value: (name ?? "").shown(),
      allowed: "AWS/Route53: this café has only the metrics of Route 53's health checks",
      near: ["AWS/Route53"]
    )
  }

  /// The one query of GetMetricStatistics, and the statistics that it wants.
  static func statistics(
    of call: AwsCall,
    _ world: World
  ) throws(CommandError) -> (query: AwsMetricQuery, statistics: [Statistic]) {
    try checkNamespace(call.text("Namespace"), call.operation)
    let query = try AwsMetricQuery(
      name: call.required("MetricName"),
      dimensions: call.arguments["Dimensions"],
      period: call.whole("Period") ?? 60,
      call,
      world
    )
    let count = (query.to - query.from + query.period - 1) / query.period
    guard count <= pointsMost else {
      throw AwsFault.service(
        "InvalidParameterCombination",
        "You have requested up to \(count) datapoints, which exceeds the limit of \(pointsMost). "
          + "You may reduce the datapoints requested by increasing Period, or decreasing the time "
          + "range.",
        call.operation
      )
    }
    var statistics: [Statistic] = []
    for text in call.texts("Statistics") {
      if let one = try choice(text, Statistic.allCases, "--statistics") { statistics.append(one) }
    }
    guard !statistics.isEmpty else {
      throw AwsFault.usage(
        "--statistics must be given",
        call.operation,
        near: ["--statistics Minimum"]
      )
    }
    return (query, statistics)
  }

  /// The queries of GetMetricData, each with its id, label, and statistic.
  static func queries(
    of call: AwsCall,
    _ world: World
  ) throws(CommandError) -> [(id: String, label: String, query: AwsMetricQuery, Statistic)] {
    var queries: [(id: String, label: String, query: AwsMetricQuery, Statistic)] = []
    let members = call.arguments["MetricDataQueries"]?.elements ?? []
    for (index, member) in members.enumerated() {
      try checkID(member["Id"]?.text ?? "", at: index, call.operation)
      let stat = member["MetricStat"]
      let metric = stat?["Metric"]
      try checkNamespace(metric?["Namespace"]?.text, call.operation)
      let query = try AwsMetricQuery(
        name: metric?["MetricName"]?.text ?? "",
        dimensions: metric?["Dimensions"],
        period: stat?["Period"]?.whole ?? 60,
        call,
        world
      )
      let wanted = try choice(stat?["Stat"]?.text ?? "", Statistic.allCases, "Stat")
      guard let wanted, member["ReturnData"]?.flag != false else { continue }
      let label = member["Label"]?.text ?? query.metric.rawValue
      queries.append((member["Id"]?.text ?? "", label, query, wanted))
    }
    return queries
  }

  /// Other queries could name it in an expression (CWM: MetricDataQuery.Id).
  private static func checkID(
    _ id: String,
    at index: Int,
    _ operation: AwsOperation
  ) throws(CommandError) {
    let isName = id.utf8.allSatisfy { octet in
      (48...57).contains(octet) || (65...90).contains(octet) || (97...122).contains(octet)
        || octet == UInt8(ascii: "_")
    }
    guard let first = id.utf8.first, (97...122).contains(first), isName else {
      throw AwsFault.service(
        "ValidationError",
        "The value \(id.shown()) for parameter MetricDataQueries.member.\(index + 1).Id is not "
          + "matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.",
        operation
      )
    }
  }

  private init(
    name: String,
    dimensions: JSONValue?,
    period: Int,
    _ call: AwsCall,
    _ world: World
  ) throws(CommandError) {
    guard let metric = HealthMetric(rawValue: name) else {
      let known = HealthMetric.allCases.map(\.rawValue)
      throw .badValue(
        option: "--metric-name",
        value: name.shown(),
        allowed: known.joined(separator: ", "),
        near: nearMisses(of: name, in: known)
      )
    }
    let pairs = dimensions?.elements ?? []
    func value(_ name: String) -> String? {
      pairs.first { $0["Name"]?.text == name }?["Value"]?.text
    }
    guard let id = value("HealthCheckId") else {
      let checks = world.healthChecks.map { "Name=HealthCheckId,Value=\($0.id)" }
      throw AwsFault.usage(
        "--dimensions Name=HealthCheckId,Value=<id> must be given",
        call.operation,
        near: Array(checks.suffix(1))
      )
    }
    guard period >= 60, period % 60 == 0, period <= 86_400 else {
      throw .badValue(
        option: "--period",
        value: String(period),
        allowed: "a multiple of 60, to 86400",
        near: ["60"]
      )
    }
    self.metric = metric
    check = HealthCheckID(id)
    region = value("Region")
    self.period = Int64(period) * .second
    let from = try Instant.read(call.required("StartTime"), option: "--start-time")
    let to = try Instant.read(call.required("EndTime"), option: "--end-time")
    guard from < to else {
      throw AwsFault.service(
        "InvalidParameterCombination",
        "The parameter StartTime must be less than the parameter EndTime.",
        call.operation
      )
    }
    let start = from.milliseconds / self.period * self.period
    self.from = Instant(milliseconds: max(start, 0))
    self.to = to
  }

  /// The datapoints that there are, oldest first; the metrics are kept for two weeks.
  func points(_ world: World) -> [(at: Instant, summary: MetricSummary)] {
    let oldest = world.now - HealthMetric.kept
    let skipped = max(0, (oldest - from) / period)
    let (first, end) = (from + skipped * period, min(to, world.now))
    guard first < end else { return [] }
    return (0...((end - first - 1) / period)).compactMap { index in
      let start = first + index * period
      let stop = min(start + period, world.now)
      return world.metric(metric, of: check, from: start, to: stop, region: region)
        .map { (start, $0) }
    }
  }
}

extension AwsOutput {
  private func points(of query: AwsMetricQuery) -> [(at: Instant, summary: MetricSummary)] {
    call.isElsewhere ? [] : query.points(after)
  }

  var metricStatistics: JSONValue? {
    guard let (query, statistics) = try? AwsMetricQuery.statistics(of: call, after) else {
      return nil
    }
    let points: [JSONValue] = self.points(of: query).map { point in
      let values: [JSONValue.Member] = statistics.map { statistic in
        .init(
          key: statistic.rawValue,
          value: .number(point.summary.value(statistic).decimal)
        )
      }
      return .object(
        [.init(key: "Timestamp", value: .time(point.at))] + values
          + [.init(key: "Unit", value: .string(query.metric.unit))]
      )
    }
    return .record(["Label": .string(query.metric.rawValue), "Datapoints": .list(points)])
  }

  var metricData: JSONValue? {
    guard let queries = try? AwsMetricQuery.queries(of: call, after) else { return nil }
    let isAscending = call.text("ScanBy") == "TimestampAscending"
    let results: [JSONValue] = queries.map { id, label, query, statistic in
      let found = points(of: query)
      let points = isAscending ? found : found.reversed()
      return .record([
        "Id": .string(id), "Label": .string(label),
        "Timestamps": .list(points.map { .time($0.at) }),
        "Values": .list(points.map { .number($0.summary.value(statistic).decimal) }),
        "StatusCode": "Complete",
      ])
    }
    return .record(["MetricDataResults": .list(results), "Messages": .list([])])
  }
}
