import CafeWorld
import Crypto
import FoundationEssentials
import OrderedCollections

/// A pack as a file: a line that names and signs it, and a line that is it, both JSON.
extension LearnerPack {
  /// What a stranger's pack may hold at most.
  public enum Limit {
    public static let bytes = 16 << 20
    static let items = 200
    static let papers = 100
    static let seeds = 64
    static let variants = 1_000
    static let tags = 100_000
    static let commands = 1_000
  }

  static let format = 1

  private struct Header: Codable {
    var cafe: String
    var format: Int
    var quiz: String
    var signature: String
  }

  private struct Body: Codable {
    var quiz: ClassQuiz
    var signingKey: Data
    var sealingKey: Data
    var papers: [QuizFile]
    /// Each list of commands once.
    var setups: [[Command]]
    var starts: [Start]
    var tags: [String]
    var made: Int64

    struct Start: Codable {
      var item: String
      var variant: Int
      var seed: UInt64
      var setup: Int
    }
  }

  /// The bytes that the signature is of.
  public var signedBytes: [UInt8] {
    var setups: OrderedSet<[Command]> = []
    let places = starts.map { start in
      Body.Start(
        item: start.item.description,
        variant: start.variant,
        seed: start.seed,
        setup: setups.append(start.commands).index
      )
    }
    return CanonicalJSON.bytes(
      Body(
        quiz: quiz,
        signingKey: Data(signingKey),
        sealingKey: Data(sealingKey),
        papers: papers,
        setups: Array(setups),
        starts: places,
        tags: tags,
        made: made
      )
    )
  }

  /// The file, with a signature that the shell made of ``signedBytes``.
  public func encoded(signature: [UInt8]) -> [UInt8] {
    let header = Header(
      cafe: "learner pack",
      format: Self.format,
      quiz: quiz.id,
      signature: Data(signature).base64EncodedString()
    )
    return CanonicalJSON.line(header) + signedBytes + [UInt8(ascii: "\n")]
  }

  /// Reads a file that anyone may have made.
  ///
  /// - Throws: why it cannot be used; nothing of it was carried out.
  public init(decoding bytes: [UInt8]) throws(PackError) {
    guard bytes.count <= Limit.bytes else {
      throw .tooLarge(bytes: bytes.count, limit: Limit.bytes)
    }
    guard !PackKind.key.begins(bytes) else { throw .otherPack(.key) }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
    guard lines.count == 2 else { throw .notAPack }
    let header: Header = try PackJSON.value(of: lines[0])
    guard header.cafe == PackKind.learner.rawValue else { throw .notAPack }
    guard header.format == Self.format else {
      throw .newerFormat(found: header.format, known: Self.format)
    }
    let body: Body = try PackJSON.value(of: lines[1])
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: body.signingKey),
      let signature = Data(base64Encoded: header.signature),
      key.isValidSignature(signature, for: Data(lines[1])), header.quiz == body.quiz.id
    else { throw .badSignature }
    guard (try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: body.sealingKey)) != nil else {
      throw .badValue("the key to seal submissions with")
    }
    try Self.check(body)
    self.init(
      quiz: body.quiz,
      signingKey: Array(body.signingKey),
      sealingKey: Array(body.sealingKey),
      papers: body.papers,
      starts: body.starts.compactMap { start in
        ItemID(start.item).map {
          ItemStart(
            item: $0,
            variant: start.variant,
            seed: start.seed,
            commands: body.setups[start.setup]
          )
        }
      },
      tags: body.tags,
      made: body.made
    )
  }

  private static func check(_ body: Body) throws(PackError) {
    try body.quiz.check()
    guard body.papers.count <= Limit.papers else { throw .badValue("the number of its papers") }
    guard body.tags.count <= Limit.tags, body.tags.allSatisfy({ $0.utf8.count == 6 }) else {
      throw .badValue("the list of its start codes")
    }
    guard body.setups.allSatisfy({ $0.count <= Limit.commands }),
      body.starts.allSatisfy({ body.setups.indices.contains($0.setup) })
    else { throw .badValue("the beginnings of its items") }
  }
}

extension ClassQuiz {
  /// What everything else relies on.
  func check() throws(PackError) {
    let isID = id.utf8.count == 16 && id.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    guard isID else { throw .badValue("the quiz's id") }
    guard (1...LearnerPack.Limit.seeds).contains(seeds.count) else {
      throw .badValue("the list of its seeds")
    }
    guard (1...LearnerPack.Limit.items).contains(items.count), Set(items).count == items.count,
      pools.allSatisfy({ (1...max(1, $0.items.count)).contains($0.draws) && !$0.items.isEmpty })
    else { throw .badValue("its pools") }
    guard variants.values.allSatisfy({ (1...LearnerPack.Limit.variants).contains($0.count) }) else {
      throw .badValue("its variants")
    }
    guard !rules.tries.isEmpty, rules.tries.count <= 100,
      rules.tries.allSatisfy({ (0...1_000).contains($0) }), rules.tries[0] > 0,
      rules.minutes.map({ (1...10_080).contains($0) }) ?? true, title.utf8.count <= 1_000
    else { throw .badValue("its rules") }
  }
}

/// A line of a pack, read.
enum PackJSON {
  static func value<Value: Decodable>(of line: ArraySlice<UInt8>) throws(PackError) -> Value {
    do { return try JSONDecoder().decode(Value.self, from: Data(line)) } catch { throw .notAPack }
  }
}
