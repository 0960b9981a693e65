/// How a run of text looks: a meaning that picks a colour, and a weight.
public struct Style: Sendable, Equatable {
  /// What a run means.
  ///
  /// The colour is the terminal theme's own, and never the only carrier.
  public enum Ink: Sendable, Equatable, CaseIterable {
    case plain, good, bad, warning, accent, quiet, heading, command, value
  }

  public var ink: Ink
  public var isBold: Bool
  public var isDim: Bool
  public var isUnderlined: Bool

  public init(
    _ ink: Ink = .plain,
    bold: Bool = false,
    dim: Bool = false,
    underlined: Bool = false
  ) {
    self.ink = ink
    isBold = bold
    isDim = dim
    isUnderlined = underlined
  }

  public static let plain = Style()
  public static let good = Style(.good)
  public static let bad = Style(.bad)
  public static let warning = Style(.warning)
  public static let accent = Style(.accent)
  public static let quiet = Style(.quiet)
  public static let heading = Style(.heading)
  public static let command = Style(.command)
  public static let value = Style(.value)
  public static let strong = Style(bold: true)

  /// This style, bold as well.
  public var bold: Style { Style(ink, bold: true, dim: isDim, underlined: isUnderlined) }

  /// This style, underlined as well.
  public var underlined: Style { Style(ink, bold: isBold, dim: isDim, underlined: true) }

  /// The parameters of the escape sequence `CSI … m` (ECMA-48 §8.3.117), empty for plain text.
  var parameters: String {
    var codes: [String] = Style.codes(of: ink)
    if isBold && !codes.contains("1") { codes.append("1") }
    if isDim && !codes.contains("2") { codes.append("2") }
    if isUnderlined { codes.append("4") }
    return codes.joined(separator: ";")
  }

  private static func codes(of ink: Ink) -> [String] {
    switch ink {
    case .plain: []
    case .good: ["32"]
    case .bad: ["31"]
    case .warning: ["33"]
    case .accent: ["35"]
    case .quiet: ["2"]
    case .heading: ["1", "36"]
    case .command: ["36"]
    case .value: ["1"]
    }
  }
}
