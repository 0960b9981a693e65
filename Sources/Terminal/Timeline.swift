/// What happened on several lanes over one stretch of time, as a strip chart.
public struct Timeline: Sendable, Equatable {
  /// What a stretch or a moment was.
  ///
  /// Each has a shape of its own, not only a colour.
  public enum Symbol: Int, Sendable, Equatable, CaseIterable {
    case ok, unknown, mark, fail
  }

  /// Something that lasted from a moment up to another, in milliseconds.
  public struct Segment: Sendable, Equatable {
    public var from: Int
    public var to: Int
    public var symbol: Symbol
    /// Written into the stretch where it fits, such as the address of an answer.
    public var text: String
    /// Whether a chart shows where it begins, and the end of its text, even where that is too long.
    public var isBounded: Bool

    public init(
      from: Int,
      to: Int,
      _ symbol: Symbol,
      text: String = "",
      isBounded: Bool = false
    ) {
      self.from = from
      self.to = to
      self.symbol = symbol
      self.text = sanitised(text)
      self.isBounded = isBounded
    }
  }

  /// Something that happened at one moment, in milliseconds.
  public struct Mark: Sendable, Equatable {
    public var at: Int
    public var symbol: Symbol
    /// Said in the linear form.
    public var text: String

    public init(at: Int, _ symbol: Symbol, text: String = "") {
      self.at = at
      self.symbol = symbol
      self.text = sanitised(text)
    }
  }

  /// One row of the chart.
  ///
  /// Marks stand over the stretches below them.
  public struct Lane: Sendable, Equatable {
    public var label: String
    public var segments: [Segment]
    public var marks: [Mark]
    /// Whether a stretch begins in the very column where a mark of its first moment stands.
    ///
    /// Else a column goes to what lasted longest in it, which may be the stretch before.
    public var beginsOnTime: Bool

    public init(
      _ label: String,
      segments: [Segment] = [],
      marks: [Mark] = [],
      beginsOnTime: Bool = false
    ) {
      self.label = sanitised(label)
      self.segments = segments
      self.marks = marks
      self.beginsOnTime = beginsOnTime
    }
  }

  /// What the symbols mean here, for the legend and the linear form.
  public struct Legend: Sendable, Equatable {
    public var ok: String
    public var fail: String
    public var unknown: String
    public var mark: String

    public init(
      ok: String = "ok",
      fail: String = "failing",
      unknown: String = "unknown",
      mark: String = "event"
    ) {
      self.ok = sanitised(ok)
      self.fail = sanitised(fail)
      self.unknown = sanitised(unknown)
      self.mark = sanitised(mark)
    }

    package func word(for symbol: Symbol) -> String {
      switch symbol {
      case .ok: ok
      case .fail: fail
      case .unknown: unknown
      case .mark: mark
      }
    }
  }

  /// The first moment shown, in milliseconds after some midnight of local time.
  public var from: Int
  /// The end of what is shown, after `from`.
  public var to: Int
  public var lanes: [Lane]
  public var legend: Legend

  public init(from: Int, to: Int, lanes: [Lane], legend: Legend = Legend()) {
    self.from = from
    self.to = max(from + 1, to)
    self.lanes = lanes
    self.legend = legend
  }

  public func drawn(on display: Display) -> Styled {
    display.drawsPictures ? strip(on: display) : list(on: display)
  }

  var span: Int { to - from }

  /// The time of day, with the day's number once more than one day is shown.
  package func clock(_ time: Int) -> String {
    let text: String = timeOfDay(time)
    return span < TimeText.day
      ? text : "day \(TimeText.dayNumber(time, from: from)) \(text.prefix(5))"
  }
}

extension Timeline.Symbol {
  var style: Style {
    switch self {
    case .ok: .good
    case .fail: .bad
    case .unknown: .quiet
    case .mark: .accent
    }
  }

  func glyph(unicode: Bool) -> Character {
    switch self {
    case .ok: unicode ? "━" : "="
    case .fail: unicode ? "╳" : "x"
    case .unknown: unicode ? "░" : "."
    case .mark: unicode ? "◆" : "*"
    }
  }
}
