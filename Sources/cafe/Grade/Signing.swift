import Crypto
import Gradebook

/// Signs what goes back to learners.
enum Signing {
  /// The file of a result, signed by the quiz's key.
  static func sign(
    _ result: ResultFile,
    by key: Curve25519.Signing.PrivateKey
  ) throws -> [UInt8] {
    result.encoded(
      key: key.publicKey.rawRepresentation,
      signature: try key.signature(for: result.signingBytes)
    )
  }
}
