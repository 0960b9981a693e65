import Crypto

/// One accepted line of an attempt, as it is kept for good.
public struct JournalRow: Sendable, Equatable, Codable {
  public let sequence: Int
  /// The café's time, in milliseconds.
  public let virtualTime: Int64
  /// The learner's time, in milliseconds since 1970.
  public let wallTime: Int64
  /// What the row is: a command, a response, a hint, a skip, an undo.
  public let kind: String
  /// What the learner typed; for people, never parsed again.
  public let typed: String
  /// What is folded again: the canonical command as JSON.
  public let canonical: String
  /// The hash of the row before; of the first row, ``genesis``.
  public let previousHash: String
  /// The digest of the state after this row.
  public let digest: String

  /// What the first row names as the hash of the row before.
  public static let genesis = String(repeating: "0", count: 64)

  public init(
    sequence: Int,
    virtualTime: Int64,
    wallTime: Int64,
    kind: String,
    typed: String,
    canonical: String,
    previousHash: String,
    digest: String
  ) {
    self.sequence = sequence
    self.virtualTime = virtualTime
    self.wallTime = wallTime
    self.kind = kind
    self.typed = typed
    self.canonical = canonical
    self.previousHash = previousHash
    self.digest = digest
  }

  /// SHA-256 over every field with its length before it, in hexadecimal digits.
  ///
  /// The lengths keep two rows apart whose fields would read the same when joined.
  public var hash: String {
    let fields: [String] = [
      "\(sequence)", "\(virtualTime)", "\(wallTime)", kind, typed, canonical, previousHash, digest,
    ]
    var digest = SHA256()
    for field in fields {
      digest.update(data: Array("\(field.utf8.count):".utf8))
      digest.update(data: Array(field.utf8))
    }
    return hexadecimal(digest.finalize())
  }
}
