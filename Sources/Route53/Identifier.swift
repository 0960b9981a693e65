/// The identifier of something that the service keeps: a text, ordered as texts are.
public protocol Identifier: RawRepresentable<String>, Hashable, Comparable, Sendable, Codable,
  CustomStringConvertible
{
  /// Takes the text as the service or a person gives it.
  init(_ text: String)
}

extension Identifier {
  public init(rawValue: String) {
    self.init(rawValue)
  }

  public var text: String { rawValue }

  public var description: String { rawValue }

  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension String {
  /// The text behind a prefix, or the whole of it where it has another beginning.
  func dropping(prefix: String) -> String {
    hasPrefix(prefix) ? String(utf8.dropFirst(prefix.utf8.count)) ?? self : self
  }
}
