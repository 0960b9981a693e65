/// What a test asks the world for: a thing of some kind, and a property of it.
public struct Query: Hashable, Sendable {
  public var kind: Kind
  public var arguments: [Argument]
  /// Names after the dots, such as `ip-address`.
  public var properties: [String]

  public init(_ kind: Kind, _ arguments: [Argument] = [], properties: [String] = []) {
    self.kind = kind
    self.arguments = arguments
    self.properties = properties
  }

  /// The value of a parameter, given by position or by name.
  public subscript(parameter: String) -> String? {
    if let named = arguments.first(where: { $0.name == parameter }) { return named.value }
    guard let place = kind.positions.firstIndex(of: parameter) else { return nil }
    return arguments.lazy.filter { $0.name == nil }.dropFirst(place).first?.value
  }

  public struct Argument: Hashable, Sendable {
    public var name: String?
    public var value: String

    public init(_ value: String, name: String? = nil) {
      self.name = name
      self.value = value
    }
  }

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case instance, hc, zone, record, alarm, topic, subscription, mail, dig, orders, customers

    /// The parameters that an argument without a name fills, in their order.
    var positions: [String] {
      switch self {
      case .instance, .hc, .zone, .alarm, .topic: ["name"]
      case .record: ["name", "set-identifier", "type"]
      case .subscription: ["topic", "endpoint"]
      case .dig: ["name", "type", "resolver"]
      case .orders: ["step"]
      case .mail, .customers: []
      }
    }

    /// Every parameter that can be given by name.
    var parameters: [String] {
      switch self {
      case .record: positions + ["zone"]
      case .mail: ["to", "subject"]
      case .orders: positions + ["by", "at", "last"]
      case .instance, .hc, .zone, .alarm, .topic, .subscription, .dig, .customers: positions
      }
    }

    /// How many arguments a query of this kind needs at least.
    var required: Int {
      switch self {
      case .record, .dig: 1
      case .instance, .hc, .zone, .alarm, .topic, .subscription, .mail, .orders, .customers: 0
      }
    }
  }
}
