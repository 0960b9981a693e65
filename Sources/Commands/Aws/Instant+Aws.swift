import CafeWorld

extension Instant {
  /// As version 2 of the AWS CLI prints a time: `2026-03-02T16:00:00.250000+00:00`, and without a
  /// fraction on a full second.
  var awsText: String {
    let civil = civil(local: false)
    let digits = String(civil.millisecond)
    let fraction =
      civil.millisecond == 0
      ? "" : "." + String(repeating: "0", count: 3 - digits.count) + digits + "000"
    return "\(civil.date)T\(civil.clock)\(fraction)+00:00"
  }
}
