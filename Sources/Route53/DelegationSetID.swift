/// The identifier of a reusable delegation set, given with or without its prefix `/delegationset/`.
public struct DelegationSetID: Identifier {
  public let rawValue: String

  public init(_ text: String) {
    rawValue = text.dropping(prefix: "/delegationset/")
  }
}
