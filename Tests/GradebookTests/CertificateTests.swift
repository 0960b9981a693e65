import Commands
import Crypto
import Foundation
import Lab
import Testing

@testable import Gradebook

struct `A certificate` {
  static let key: Curve25519.Signing.PrivateKey = {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: Array(1...32)) else {
      preconditionFailure("any 32 bytes are a key")
    }
    return key
  }()

  static func name(of key: Curve25519.Signing.PrivateKey) -> KeyName {
    KeyName(key: Array(key.publicKey.rawRepresentation))
  }

  /// A certificate of a lesson whose one step is read.
  static func certificate(
    name: String? = "Ann Lee",
    by key: Curve25519.Signing.PrivateKey = key
  ) throws -> Certificate {
    let text = """
      ---
      format: 1
      lesson: small
      title: Small, but "done" – fini ☕
      minutes: 12
      seed: 1
      world: cafe
      goals:
        - See what a goal looks like
      ---

      ## Read {#read}

      There is nothing to do.
      """
    let lesson = try #require(LessonReading(Array(text.utf8)).lesson)
    var attempt = Attempt(
      Beginning(
        engine: "1",
        lesson: "small",
        lessonHash: lesson.hash,
        scene: lesson.scene,
        seed: 1
      )
    )
    #expect(Reached(attempt, in: lesson, under: Rules(.practice)) == nil)
    try attempt.carryOut(.entered(step: "read", setup: []), typed: "")
    return Certificate(
      try #require(Reached(attempt, in: lesson, under: Rules(.practice))),
      name: name,
      began: 1_790_000_000_000,
      ended: 1_790_000_600_123,
      issued: 1_790_000_700_999,
      head: String(repeating: "ab", count: 32),
      rows: 2,
      issuer: Self.name(of: key)
    )
  }

  static func file(name: String? = "Ann Lee") throws -> [UInt8] {
    let certificate = try certificate(name: name)
    return certificate.encoded(signature: try key.signature(for: certificate.signingBytes))
  }

  // What it says

  @Test func `is read as it was written, and its signature holds`() throws {
    let file = try CertificateFile(decoding: try Self.file(), issuer: Self.name(of: Self.key))
    #expect(file.title == "Small, but \"done\" – fini ☕")
    #expect(file.name == "Ann Lee")
    #expect(file.issuer == Self.name(of: Self.key))
    #expect(file.points?.earned == "0" && file.points?.possible == "0")
    #expect(file.began == "2026-09-21T14:13:20Z")
    #expect(file.ended == "2026-09-21T14:23:20Z")
    #expect(file.validFrom == "2026-09-21T14:25:00Z")
    #expect(file.evidence.last == "nih:sha-256;" + String(repeating: "ab", count: 32))
    #expect(try CertificateFile(decoding: try Self.file(name: nil)).name == nil)
  }

  @Test func `is the same bytes for the same facts, and no two have one id`() throws {
    #expect(try Self.file(name: nil) == Self.file(name: nil))
    let id = { (bytes: [UInt8]) in
      try JSONReader.value(of: String(decoding: bytes, as: UTF8.self))["id"]?.text
    }
    let (one, other) = (try id(try Self.file()), try id(try Self.file(name: "Ben")))
    #expect(one != other)
    #expect(
      try #require(
        one?.wholeMatch(
          of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        )
      ) != nil
    )
  }

  @Test(arguments: ["", " ", " Ann", "a\nb", "a\u{1B}[31m", String(repeating: "x", count: 101)])
  func `is of nobody who has such a name`(name: String) {
    #expect(Certificate.objection(to: name) != nil)
    #expect(Certificate.objection(to: "Änn Lée ☕") == nil)
  }

  /// Others write a single proof, without the context that they sign with it.
  @Test func `is believed with a single proof, with the context in it or without`() throws {
    let document = try JSONReader.value(of: String(decoding: try Self.file(), as: UTF8.self))
    let proof = try #require(document["proof"]?.elements.first)
    for shown in [proof, proof.without("@context")] {
      let file = document.without("proof").with("proof", shown)
      #expect(try CertificateFile(decoding: Array(file.compact.utf8)).name == "Ann Lee")
    }
  }

  // What is not to be believed

  @Test func `no byte of it can be changed without its being noticed`() throws {
    let bytes = try Self.file()
    var seen: Set<String> = []
    for place in stride(from: 0, to: bytes.count - 1, by: 7) {
      var changed = bytes
      changed[place] ^= 1
      do throws(CertificateError) {
        let file = try CertificateFile(decoding: changed)
        // White space between values is no part of what is signed.
        #expect([0x20, 0x0A, 0x21, 0x0B].contains(bytes[place]), "\(file.title) at \(place)")
      } catch { seen.insert("\(error)".prefix { $0 != "(" }.description) }
    }
    #expect(seen.isSuperset(of: ["badSignature", "notJSON"]))
  }

  @Test(arguments: [
    ("\"Ann Lee\"", "\"Eve Lee\"", CertificateError.badSignature),
    ("\"value\": \"0\"", "\"value\": \"9\"", .badSignature),
    ("2026-09-21T14:25:00Z", "2026-09-21T14:25:01Z", .badSignature),
    ("eddsa-jcs-2022", "eddsa-rdfc-2022", .anotherProof("eddsa-rdfc-2022")),
    ("\"proof\"", "\"roof\"", .missing("the proof")),
    ("assertionMethod", "authentication", .anotherPurpose("authentication")),
    ("proofPurpose", "proofPurpos", .missing("the purpose of the proof")),
    ("\"proofValue\": \"z", "\"proofValue\": \"m", .badSignature),
    ("\"hashed\": false", "\"hashed\": 0.5", .badSignature),
  ])
  func `is refused for its reason when it was edited`(
    old: String,
    new: String,
    error: CertificateError
  ) throws {
    let text = String(decoding: try Self.file(), as: UTF8.self)
    #expect(text.contains(old))
    #expect(throws: error) {
      try CertificateFile(decoding: Array(text.replacing(old, with: new).utf8))
    }
  }

  @Test func `is refused when a second proof stands behind its own`() throws {
    let document = try JSONReader.value(of: String(decoding: try Self.file(), as: UTF8.self))
    let proof = try #require(document["proof"]?.elements.first)
    let other = proof.without("cryptosuite").with("cryptosuite", "eddsa-rdfc-2022")
    for second in [proof, other] {
      let file = document.without("proof").with("proof", .list([proof, second]))
      #expect(throws: CertificateError.severalProofs(2)) {
        try CertificateFile(decoding: Array(file.compact.utf8))
      }
    }
  }

  @Test func `is refused when another key has signed it in the issuer's place`() throws {
    let other = Curve25519.Signing.PrivateKey()
    let certificate = try Self.certificate()
    let forged = certificate.encoded(
      signature: try other.signature(for: certificate.signingBytes)
    )
    #expect(throws: CertificateError.badSignature) { try CertificateFile(decoding: forged) }
    let own = try Self.certificate(by: other)
    let signed = own.encoded(signature: try other.signature(for: own.signingBytes))
    #expect(try CertificateFile(decoding: signed).issuer == Self.name(of: other))
    #expect(throws: CertificateError.anotherIssuer(found: Self.name(of: other).description)) {
      try CertificateFile(decoding: signed, issuer: Self.name(of: Self.key))
    }
  }

  @Test func `is refused when the issuer it names is not the key's owner`() throws {
    let text = String(decoding: try Self.file(), as: UTF8.self)
    let document = try JSONReader.value(of: text)
    let issuer: JSONValue = .record(["id": "did:key:z6MkOther", "name": "A university"])
    let changed = document.without("issuer", "proof").with("issuer", issuer)
    let options = try #require(document["proof"]?.elements.first?.without("proofValue"))
    let hashes = try #require(DataIntegrity.hashes(of: changed, options))
    let value = "z" + Base58.text(of: try Self.key.signature(for: hashes))
    let forged = changed.with("proof", options.with("proofValue", .string(value)))
    #expect(throws: CertificateError.notTheIssuer) {
      try CertificateFile(decoding: Array(forged.compact.utf8))
    }
  }

  @Test(arguments: [
    "", "{}", "[]", "null", "{\"proof\": {}}", "{\"proof\": 1}", "not json", "\u{FEFF}{}",
    String(repeating: "[", count: 5_000), "{\"a\": 1, \"a\": 2}",
  ])
  func `is not what is no certificate`(text: String) {
    #expect(throws: CertificateError.self) { try CertificateFile(decoding: Array(text.utf8)) }
  }

  @Test func `that is cut short, huge or binary is refused with a sentence`() throws {
    let bytes = try Self.file()
    for count in stride(from: 0, to: bytes.count - 2, by: 97) {
      #expect(throws: CertificateError.self) {
        try CertificateFile(decoding: Array(bytes[..<count]))
      }
    }
    let huge = bytes + Array(repeating: 0x20, count: CertificateFile.longest)
    #expect(throws: CertificateError.tooLarge(bytes: huge.count, limit: CertificateFile.longest)) {
      try CertificateFile(decoding: huge)
    }
    #expect(throws: CertificateError.notJSON("it is not UTF-8 text")) {
      try CertificateFile(decoding: [0x7B, 0xFF, 0x7D])
    }
  }

  // The forms it is written in

  /// Vectors of draft-msporny-base58.
  @Test(arguments: [
    ("Hello World!", "2NEpo7TZRRrLZSi2U"),
    (
      "The quick brown fox jumps over the lazy dog.",
      "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"
    ), ("", ""), ("\u{0}\u{0}a", "112g"),
  ])
  func `base 58 goes both ways`(bytes: String, text: String) {
    #expect(Base58.text(of: Array(bytes.utf8)) == text)
    #expect(Base58.bytes(of: text[...]) == Array(bytes.utf8))
    #expect(Base58.bytes(of: "0OIl") == nil)
    #expect(Base58.bytes(of: String(repeating: "z", count: 129)[...]) == nil)
  }

  /// A vector of the did:key method.
  @Test func `a key's name holds the key`() throws {
    let text = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
    let name = try #require(KeyName(text))
    #expect(name.key.count == 32 && name.description == text)
    for wrong in ["", "did:key:", "did:key:z6Mk", "did:web:example.org", text + "1"] {
      #expect(KeyName(wrong) == nil, "\(wrong)")
    }
  }

  /// §3.2.2 and §3.2.3 of RFC 8785: what is escaped, and the order of names.
  @Test func `values have the one form of RFC 8785`() throws {
    let text = """
      {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Dalet", "1": "One",
       "\\ud83d\\ude00": "Smiley", "\\u0080": "Control", "\\u00f6": "o"}
      """
    let canonical = try JSONReader.value(of: text).canonical
    #expect(
      canonical
        == "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"ö\":\"o\","
        + "\"€\":\"Euro Sign\",\"😀\":\"Smiley\",\"\u{FB33}\":\"Dalet\"}"
    )
    let strings = try JSONReader.value(
      of: #"["\u20ac$\u000f\nA'B\u0022\u005c\\\"\/", 7, true, null]"#
    )
    #expect(strings.canonical == #"["€$\u000f\nA'B\"\\\\\"/",7,true,null]"#)
    #expect(try JSONReader.value(of: "[1.5]").canonical == nil)
    #expect(try JSONReader.value(of: "[1e3]").canonical == nil)
  }
}
