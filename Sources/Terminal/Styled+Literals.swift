extension Styled: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { self.init(value) }

  public init(stringInterpolation: Interpolation) { self = stringInterpolation.result }

  /// Lets styled text be written as `"the check is \(verdict, .bad)"`.
  public struct Interpolation: StringInterpolationProtocol {
    var result: Styled = Styled()

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) { result.append(literal) }

    public mutating func appendInterpolation(_ text: Styled) { result.append(text) }

    public mutating func appendInterpolation(_ text: String, _ style: Style = .plain) {
      result.append(text, style)
    }

    public mutating func appendInterpolation(_ number: Int, _ style: Style = .plain) {
      result.append(String(number), style)
    }
  }
}
