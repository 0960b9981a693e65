/// What text is drawn on: all that rendering depends on, as a value that tests can set.
public struct Display: Sendable, Equatable {
  /// Columns of a line, within 20 to 240.
  public let width: Int
  /// Whether escape sequences for colour and weight may be written.
  public let colour: Bool
  /// Whether drawings may use box and block characters; without it they are ASCII.
  public let unicode: Bool
  /// Whether pictures become sentences and lists, for a plain stream or a screen reader.
  public let linear: Bool

  /// Linear text carries no escape sequences, so `linear` also turns `colour` off.
  public init(width: Int = 80, colour: Bool = true, unicode: Bool = true, linear: Bool = false) {
    self.width = min(max(width, 20), 240)
    self.colour = colour && !linear
    self.unicode = unicode
    self.linear = linear
  }

  /// Reads what the surroundings ask for.
  ///
  /// `NO_COLOR` (set and not empty), `TERM=dumb` and `plain` each give linear text; a pipe or
  /// file gets pictures, without colour. `columns` is what the terminal reports, if anything.
  public init(
    columns: Int?,
    isTerminal: Bool,
    environment: [String: String],
    plain: Bool = false,
    ascii: Bool = false
  ) {
    let isDumb: Bool = isTerminal && ["", "dumb"].contains(environment["TERM"] ?? "")
    let refusesColour: Bool = !(environment["NO_COLOR"] ?? "").isEmpty
    self.init(
      width: columns ?? 80,
      colour: isTerminal,
      unicode: !ascii,
      linear: plain || isDumb || refusesColour || environment["TERM"] == "dumb"
    )
  }

  /// The narrowest width at which pictures are drawn; below it they become linear.
  public static let narrowestPicture = 60

  /// Whether pictures are drawn as pictures here.
  public var drawsPictures: Bool { !linear && width >= Display.narrowestPicture }

  /// The columns that prose fills: long lines are hard to read.
  public var proseWidth: Int { min(width, 78) }

  var glyphs: Glyphs { unicode ? .unicode : .ascii }

  /// This display with another width.
  public func with(width: Int) -> Display {
    Display(width: width, colour: colour, unicode: unicode, linear: linear)
  }
}
