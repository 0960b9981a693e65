import CafeWorld
import Commands
import Crypto

/// The proof inside a credential, by the cryptosuite `eddsa-jcs-2022` of the W3C.
enum DataIntegrity {
  static let type = "DataIntegrityProof"
  static let suite = "eddsa-jcs-2022"
  static let purpose = "assertionMethod"

  /// What is signed: SHA-256 of the proof's options, then of the document without its proof, both
  /// in canonical form; nil where one has none.
  static func hashes(of document: JSONValue, _ options: JSONValue) -> [UInt8]? {
    guard let document = document.canonical, let options = options.canonical else { return nil }
    return Array(SHA256.hash(data: Array(options.utf8)))
      + Array(SHA256.hash(data: Array(document.utf8)))
  }

  /// A moment since 1970 as credentials write it, in UTC and whole seconds.
  static func text(of milliseconds: Int64) -> String {
    let time = Instant(milliseconds: milliseconds).iso
    return String(time.prefix { $0 != "." && $0 != "Z" }) + "Z"
  }
}
