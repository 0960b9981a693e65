/// An Ed25519 public key by a name that holds it whole, so that nothing has to be looked up:
/// `did:key:z6Mk…`.
public struct KeyName: Hashable, Sendable, CustomStringConvertible {
  /// The 32 bytes of the key.
  public let key: [UInt8]

  /// The multicodec of Ed25519 public keys.
  private static let codec: [UInt8] = [0xED, 0x01]

  /// `key`: the raw public key.
  public init(key: [UInt8]) { self.key = key }

  /// Nil: the text names no key of this kind.
  public init?(_ text: String) {
    guard text.hasPrefix("did:key:z"),
      let bytes = Base58.bytes(of: text.dropFirst("did:key:z".count)), bytes.count == 34,
      bytes.starts(with: Self.codec)
    else { return nil }
    key = Array(bytes.dropFirst(2))
  }

  public var description: String { "did:key:" + fragment }

  /// What the name of the key's one method is.
  var method: String { description + "#" + fragment }

  private var fragment: String { "z" + Base58.text(of: Self.codec + key) }
}
