import Commands
import Crypto
import FoundationEssentials

/// A credential that was read from a file, and whose signature holds.
public struct CertificateFile: Hashable, Sendable {
  public let title: String
  /// The name of the issuer, and its key.
  public let issuerName: String
  public let issuer: KeyName
  /// Whom it is about; nil: it names nobody.
  public let name: String?
  /// ISO 8601, as the file has them; nil: it does not say.
  public let validFrom: String
  public let began: String?
  public let ended: String?
  /// Points, and how many there are; nil: it does not say.
  public let points: Points?
  public let description: String
  public let criteria: String
  /// What its evidence says, and the id of that.
  public let evidence: [String]

  /// The most bytes that a certificate may have.
  public static let longest = 256 << 10

  /// What was reached, and of how much; the latter nil where it does not say.
  public struct Points: Hashable, Sendable {
    public let earned: String
    public let possible: String?
  }

  /// Reads a file that anybody may have made, and verifies its signature before anything in it is
  /// believed.
  ///
  /// `wanted`: the issuer's key where it is known; nil: whatever key the file names.
  ///
  /// - Throws: why it is not to be believed.
  public init(decoding bytes: [UInt8], issuer wanted: KeyName? = nil) throws(CertificateError) {
    guard bytes.count <= Self.longest else {
      throw .tooLarge(bytes: bytes.count, limit: Self.longest)
    }
    let file = try Self.value(of: bytes)
    let issuer = try Self.signer(of: file)
    if let wanted, wanted != issuer { throw .anotherIssuer(found: issuer.description) }
    let (subject, achievement) = (
      file["credentialSubject"], file["credentialSubject"]?["achievement"]
    )
    guard file["type"]?.elements.contains("OpenBadgeCredential") ?? false, let achievement else {
      throw .missing("the achievement of an OpenBadgeCredential")
    }
    func text(_ value: JSONValue?, _ what: String) throws(CertificateError) -> String {
      guard let text = value?.text else { throw .missing(what) }
      return text
    }
    self.issuer = issuer
    issuerName = file["issuer"]?["name"]?.text ?? ""
    title = try text(achievement["name"], "the achievement's name")
    description = try text(achievement["description"], "the achievement's description")
    criteria = achievement["criteria"]?["narrative"]?.text ?? ""
    validFrom = try text(file["validFrom"], "the date from which it holds")
    name = subject?["identifier"]?.elements.first?["identityHash"]?.text
    began = subject?["activityStartDate"]?.text
    ended = subject?["activityEndDate"]?.text
    points = subject?["result"]?.elements.first?["value"]?.text.map { earned in
      let scale = achievement["resultDescription"]?.elements.first
      return Points(earned: earned, possible: scale?["valueMax"]?.text)
    }
    evidence = (file["evidence"]?.elements ?? []).flatMap { piece in
      [piece["narrative"]?.text, piece["id"]?.text].compactMap(\.self)
    }
  }

  private static func value(of bytes: [UInt8]) throws(CertificateError) -> JSONValue {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .notJSON("it is not UTF-8 text")
    }
    let value: JSONValue
    do throws(JSONFault) { value = try JSONReader.value(of: text) } catch {
      throw .notJSON("line \(error.line), column \(error.column): \(error.message)")
    }
    guard case .object = value else { throw .missing("an object") }
    return value
  }

  /// The key that has signed it, which is its issuer's.
  private static func signer(of file: JSONValue) throws(CertificateError) -> KeyName {
    guard let proofs = file["proof"] else { throw .missing("the proof") }
    guard proofs.elements.count <= 1 else { throw .severalProofs(proofs.elements.count) }
    let proof = proofs.elements.first ?? proofs
    guard proof["type"]?.text == DataIntegrity.type,
      proof["cryptosuite"]?.text == DataIntegrity.suite
    else { throw .anotherProof(proof["cryptosuite"]?.text ?? proof["type"]?.text ?? "nobody") }
    guard let purpose = proof["proofPurpose"]?.text else {
      throw .missing("the purpose of the proof")
    }
    guard purpose == DataIntegrity.purpose else { throw .anotherPurpose(purpose) }
    guard let method = proof["verificationMethod"]?.text,
      let signer = KeyName(String(method.prefix { $0 != "#" })), signer.method == method
    else { throw .anotherProof(proof["verificationMethod"]?.text ?? "no key") }
    guard let value = proof["proofValue"]?.text, value.hasPrefix("z"),
      let signature = Base58.bytes(of: value.dropFirst()),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: signer.key)
    else { throw .badSignature }
    let document = file.without("proof")
    let options = proof.without("proofValue")
    // Some issuers sign the document's context with the options, and leave it out of the file.
    var forms = [options]
    if options["@context"] == nil, let context = document["@context"] {
      forms.append(options.with("@context", context))
    }
    guard options["@context"] == nil || options["@context"] == document["@context"],
      forms.contains(where: { form in
        DataIntegrity.hashes(of: document, form)
          .map { key.isValidSignature(signature, for: $0) } ?? false
      })
    else { throw .badSignature }
    let issuer = file["issuer"]?["id"]?.text ?? file["issuer"]?.text
    guard issuer == signer.description else { throw .notTheIssuer }
    return signer
  }
}
