/// How many orders were placed and lost in a stretch of time.
public struct OrderSpan: Hashable, Sendable, Codable {
  public let from: Instant
  public let to: Instant
  public let placed: Int
  public let lost: Int
  /// How many of the lost ones met a page that says sorry.
  public let apologies: Int

  /// The part between two moments; nil: the stretch lies outside them.
  ///
  /// The orders are shared out by time, so that the parts of a stretch add up to its counts:
  /// nothing changed within it, and customers order evenly while nothing changes.
  public func cut(from start: Instant, to end: Instant) -> OrderSpan? {
    guard to > start, from < end else { return nil }
    let (first, last) = (max(from, start), min(to, end))
    return OrderSpan(
      from: first,
      to: last,
      placed: part(of: placed, first, last),
      lost: part(of: lost, first, last),
      apologies: part(of: apologies, first, last)
    )
  }

  private func part(of count: Int, _ start: Instant, _ end: Instant) -> Int {
    let length = max(1, to - from)
    return Int(
      Int64(count) * (end - from) / length - Int64(count) * (start - from) / length
    )
  }
}

extension OrderSpan {
  init(_ count: OrderCount, from: Instant, to: Instant) {
    self.init(
      from: from,
      to: to,
      placed: count.placed,
      lost: count.lost,
      apologies: count.apologies
    )
  }
}

extension Customers {
  /// What was placed and lost between two moments, stretch by stretch, cut at both of them.
  public func spans(from start: Instant, to end: Instant) -> [OrderSpan] {
    spans.compactMap { $0.cut(from: start, to: end) }
  }
}
