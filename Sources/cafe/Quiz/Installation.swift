import Crypto
import FoundationEssentials
import Glibc
import Gradebook

/// The key of this installation, which signs what is handed in and what is taken home.
enum Installation {
  /// The name of the key that is there; nil: none was needed yet.
  static func known(in folder: String) -> KeyName? {
    guard unsafe access(folder + "/installation.key", F_OK) == 0 else { return nil }
    return (try? key(in: folder).get()).map {
      KeyName(key: [UInt8]($0.publicKey.rawRepresentation))
    }
  }

  /// Reads it from the state folder, or makes it there, for its owner's eyes alone.
  static func key(in folder: String) -> Result<Curve25519.Signing.PrivateKey, Problem> {
    let path = folder + "/installation.key"
    if unsafe access(path, F_OK) == 0 {
      return Files.text(path).flatMap { text in
        let digits = text.filter { !$0.isWhitespace }
        if let data = Data(base64Encoded: digits),
          let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: data)
        {
          return .success(key)
        }
        return .failure(Problem(text: "\(path) holds no key; move it away, and a new one is made"))
      }
    }
    let key = Curve25519.Signing.PrivateKey()
    let text = key.rawRepresentation.base64EncodedString() + "\n"
    if let problem = Files.write(Array(text.utf8), to: path) { return .failure(problem) }
    return .success(key)
  }
}
