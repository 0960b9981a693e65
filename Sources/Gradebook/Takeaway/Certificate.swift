import Commands
import Crypto
public import FoundationEssentials
import Lab

/// A credential that says what was reached in a lesson: an `OpenBadgeCredential` of Open Badges
/// 3.0, which is a Verifiable Credential of the W3C (Data Model 2.0).
///
/// The installation that the learner worked on issues it about its own learner, and it says so.
public struct Certificate: Hashable, Sendable {
  public let reached: Reached
  /// Whom it is about, as they call themselves; nil: nobody said.
  public let name: String?
  /// When the attempt was begun, when its last line was typed, and when this is issued, in
  /// milliseconds since 1970.
  public let began: Int64
  public let ended: Int64
  public let issued: Int64
  /// The hash of the journal's last row, and how many rows there are.
  public let head: String
  public let rows: Int
  public let issuer: KeyName

  public init(
    _ reached: Reached,
    name: String?,
    began: Int64,
    ended: Int64,
    issued: Int64,
    head: String,
    rows: Int,
    issuer: KeyName
  ) {
    self.reached = reached
    self.name = name
    self.began = began
    self.ended = ended
    self.issued = issued
    self.head = head
    self.rows = rows
    self.issuer = issuer
  }

  /// What the key signs: 64 bytes, the hashes of the proof's options and of the document
  /// (`eddsa-jcs-2022`, §3.3 of Data Integrity EdDSA Cryptosuites).
  public var signingBytes: [UInt8] {
    guard let bytes = DataIntegrity.hashes(of: document, proof) else {
      preconditionFailure("a certificate has whole numbers alone")
    }
    return bytes
  }

  /// The file, in lines that people can read.
  ///
  /// `signature`: 64 bytes, of ``signingBytes``.
  public func encoded(signature: Data) -> [UInt8] {
    let value = "z" + Base58.text(of: [UInt8](signature))
    // Open Badges wants a list of proofs, where Data Integrity takes a single one as well.
    let signed = document.with("proof", .list([proof.with("proofValue", .string(value))]))
    return Array((signed.indented + "\n").utf8)
  }

  /// Why a name cannot stand in a certificate; nil: it can.
  public static func objection(to name: String) -> String? {
    let isPlain = (1...100).contains(name.count) && cleaned(name) == name && name.trimmed == name
    return isPlain ? nil : "A name in a certificate has 1 to 100 letters, on one line."
  }

  /// The file's name where nobody gave one.
  public static func fileName(of lesson: String) -> String { "\(lesson).certificate.json" }
}

// What it says

extension Certificate {
  static let context: JSONValue = .texts([
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  ])

  private var proof: JSONValue {
    .record([
      "@context": Self.context,
      "type": .string(DataIntegrity.type),
      "cryptosuite": .string(DataIntegrity.suite),
      "created": time(issued),
      "verificationMethod": .string(issuer.method),
      "proofPurpose": .string(DataIntegrity.purpose),
    ])
  }

  private var document: JSONValue {
    .record([
      "@context": Self.context,
      "id": .string(identifier),
      "type": .texts(["VerifiableCredential", "OpenBadgeCredential"]),
      "name": .string(reached.title),
      "description": .string(
        "Somebody did the lesson \(reached.lesson) of the Failover Café on their own "
          + "installation, which issues this about its own learner. It shows what was done there; "
          + "it does not show who sat there."
      ),
      "issuer": .record([
        "id": .string(issuer.description),
        "type": .texts(["Profile"]),
        "name": "An installation of the Failover Café",
      ]),
      "validFrom": time(issued),
      "credentialSubject": subject,
      "evidence": .list([evidence]),
    ])
  }

  private var subject: JSONValue {
    .record([
      "id": .string(issuer.description),
      "type": .texts(["AchievementSubject"]),
      "identifier": name.map { name in
        JSONValue.list([
          .record([
            "type": "IdentityObject", "hashed": false, "identityHash": .string(name),
            "identityType": "name",
          ])
        ])
      },
      "activityStartDate": time(began),
      "activityEndDate": time(ended),
      "achievement": achievement,
      "result": .list([
        .record([
          "type": .texts(["Result"]), "resultDescription": .string(pointsID),
          "value": .string(reached.earned),
        ])
      ]),
    ])
  }

  private var achievement: JSONValue {
    let goals = reached.goals.map { "- " + $0 }.joined(separator: "\n")
    let help =
      reached.helped == 0
      ? "No solution was shown." : "In \(reached.helped) of them the solution was shown."
    return .record([
      "id": .string("nih:sha-256;\(reached.lessonHash)"),
      "type": .texts(["Achievement"]),
      "achievementType": "CertificateOfCompletion",
      "name": .string(reached.title),
      "description": .string(
        "A lesson of about \(reached.minutes) minutes on a simulated Amazon Route 53."
          + (goals.isEmpty ? "" : "\n\n" + goals)
      ),
      "criteria": .record([
        "narrative": .string(
          "All \(reached.steps) steps were done: every condition of their tasks held on the "
            + "engine, and every question was answered rightly in the end. \(help)"
        )
      ]),
      "resultDescription": .list([
        .record([
          "id": .string(pointsID), "type": .texts(["ResultDescription"]), "name": "Points",
          "resultType": "RawScore", "valueMin": "0", "valueMax": .string(reached.possible),
        ])
      ]),
    ])
  }

  private var evidence: JSONValue {
    .record([
      "id": .string("nih:sha-256;\(head)"),
      "type": .texts(["Evidence"]),
      "name": "The journal of the attempt",
      "narrative": .string(
        "\(rows) rows in the mode \(reached.mode.rawValue), each with the hash of the row before, "
          + "on engine \(reached.engine). The hash of the last row is the id of this. Whoever has "
          + "the exported journal can replay it and comes to the same."
      ),
      "genre": "Journal",
    ])
  }

  private var pointsID: String { "nih:sha-256;\(reached.lessonHash)#points" }

  private func time(_ milliseconds: Int64) -> JSONValue {
    .string(DataIntegrity.text(of: milliseconds))
  }

  /// A UUID of our own making (version 8 of RFC 9562) that no other certificate has.
  private var identifier: String {
    let text = "cafe certificate\n\(issuer)\n\(head)\n\(issued)\n\(name ?? "")\n"
    var bytes = Array(SHA256.hash(data: Array(text.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array(hexadecimal(bytes))
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return "urn:uuid:" + groups.map { String(digits[$0]) }.joined(separator: "-")
  }
}
