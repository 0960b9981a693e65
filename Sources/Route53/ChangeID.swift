/// The identifier of a change, given with or without its prefix `/change/`.
public struct ChangeID: Identifier {
  public let rawValue: String

  public init(_ text: String) {
    rawValue = text.dropping(prefix: "/change/")
  }
}
