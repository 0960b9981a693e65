/// Two counts over time as bars, one standing on the other.
public struct Plot: Sendable, Equatable {
  /// What was counted in one stretch of time.
  public struct Bucket: Sendable, Equatable {
    /// The stretch, in milliseconds after some midnight of local time.
    public var from: Int
    public var to: Int
    public var first: Int
    public var second: Int

    /// Counts are kept within 0 and a million million.
    public init(from: Int, to: Int, first: Int, second: Int) {
      self.from = from
      self.to = to
      self.first = min(max(0, first), 1_000_000_000_000)
      self.second = min(max(0, second), 1_000_000_000_000)
    }

    var total: Int { first + second }
  }

  public var title: String
  /// What the lower part of a bar counts, such as "placed".
  public var first: String
  /// What the upper part counts, such as "lost".
  public var second: String
  public var buckets: [Bucket]
  /// How many lines the bars may be high.
  public var rows: Int

  public init(title: String, first: String, second: String, buckets: [Bucket], rows: Int = 8) {
    self.title = sanitised(title)
    self.first = sanitised(first)
    self.second = sanitised(second)
    self.buckets = buckets
    self.rows = min(max(rows, 2), 100)
  }

  public func drawn(on display: Display) -> Styled {
    if buckets.isEmpty { return Styled("\(title): nothing yet") }
    return display.drawsPictures ? bars(on: display) : list(on: display)
  }

  private func list(on display: Display) -> Styled {
    var lines: [Styled] = [Styled(title, .heading)]
    let start: Int = buckets.first?.from ?? 0
    for bucket: Bucket in buckets {
      let day: String = lastsDays ? "day \(TimeText.dayNumber(bucket.from, from: start)) " : ""
      let from: String = TimeText.minutes(bucket.from)
      let to: String = TimeText.minutes(bucket.to)
      let times: String = "\(day)\(from)\(display.glyphs.dash)\(to)"
      lines.append("\(times) \(first) \(bucket.first) \(second) \(bucket.second)")
    }
    return lines.flatMap { $0.wrapped(to: display.width, hanging: "  ") }.joined()
  }

  var lastsDays: Bool {
    (buckets.last?.to ?? 0) - (buckets.first?.from ?? 0) > TimeText.day
  }
}
