import Crypto
public import FoundationEssentials

/// Why a file is no result that can be believed.
public enum ResultFileError: Error, Hashable, Sendable {
  case tooLarge(bytes: Int, limit: Int)
  case notAResult
  case newerFormat(found: Int, known: Int)
  /// It was changed after it was signed.
  case badSignature
  /// It was signed by another key than the quiz's.
  case anotherKey
}

extension ResultFileError {
  /// What is wrong, and what to try; safe to print.
  public var sentence: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "It has \(bytes) bytes; a result has \(limit) at most."
    case .notAResult: "It is no result file. Ask for the file that the instructor wrote."
    case .newerFormat(let found, let known):
      "It has format \(found), and this program knows \(known). Read it with a newer one."
    case .badSignature: "It was changed after it was signed. Ask for the file again."
    case .anotherKey: "It was signed by another key than the quiz's. Ask who wrote it."
    }
  }
}

/// A result as a file: a line with the quiz's public key and its signature, then a line of JSON.
extension ResultFile {
  public static let format = 1
  /// The most bytes that a result may have.
  public static let longest = 8 << 20

  private struct Seal: Codable {
    let cafe: String
    let format: Int
    let key: Data
    let signature: Data
  }

  /// What the quiz's key signs: the second line of the file, after a word that no other signature
  /// of the same key begins with.
  public var signingBytes: [UInt8] { Self.signingBytes(of: CanonicalJSON.line(self)) }

  private static func signingBytes(of line: [UInt8]) -> [UInt8] {
    Array("cafe result \(format)\n".utf8) + line
  }

  /// The file.
  ///
  /// `key`: the quiz's raw Ed25519 public key, 32 bytes; `signature`: its signature of
  /// ``signingBytes``.
  public func encoded(key: Data, signature: Data) -> [UInt8] {
    CanonicalJSON.line(
      Seal(cafe: "result", format: Self.format, key: key, signature: signature)
    ) + CanonicalJSON.line(self)
  }

  /// Reads a file and verifies its signature.
  ///
  /// `key`: the quiz's raw public key, as the learner pack has it; nil: whatever key the file
  /// names, which shows that it is whole but not whose it is.
  ///
  /// - Throws: why it is not to be believed; nothing of it was.
  public init(decoding bytes: [UInt8], key: [UInt8]?) throws(ResultFileError) {
    guard bytes.count <= Self.longest else {
      throw .tooLarge(bytes: bytes.count, limit: Self.longest)
    }
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
      let seal = try? JSONDecoder().decode(Seal.self, from: Data(bytes[..<end])),
      seal.cafe == "result"
    else { throw .notAResult }
    guard seal.format == Self.format else {
      throw .newerFormat(found: seal.format, known: Self.format)
    }
    if let key, key != [UInt8](seal.key) { throw .anotherKey }
    let body = Array(bytes[(end + 1)...])
    guard
      let signer = try? Curve25519.Signing.PublicKey(rawRepresentation: seal.key),
      signer.isValidSignature(seal.signature, for: Self.signingBytes(of: body))
    else { throw .badSignature }
    guard let result = try? JSONDecoder().decode(ResultFile.self, from: Data(body)),
      result.isCountable
    else { throw .notAResult }
    self = result
  }

  /// Whether its numbers can be added up: anybody may sign a file with a key of their own.
  private var isCountable: Bool {
    let numbers = items.flatMap { item in
      [item.earned, item.possible, item.price] + (item.charges ?? []).map(\.price)
        + item.conditions.flatMap { [$0.earned, $0.possible] }
        + item.questions.flatMap { [$0.earned, $0.possible] }
    }
    return (1...Self.mostUnits).contains(unit)
      && numbers.allSatisfy { $0.magnitude <= UInt(Self.mostUnits) }
  }

  /// No quiz has so many units.
  private static let mostUnits = 1_000_000_000
}
