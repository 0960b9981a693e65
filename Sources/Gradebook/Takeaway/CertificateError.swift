/// Why a file is no certificate that can be believed.
public enum CertificateError: Error, Hashable, Sendable {
  case tooLarge(bytes: Int, limit: Int)
  /// It is not text in UTF-8, or not JSON: where, and what is wrong there.
  case notJSON(String)
  /// Something that a credential has is not there.
  case missing(String)
  /// It is signed in another way.
  case anotherProof(String)
  /// It is signed for something else than to say that it is true.
  case anotherPurpose(String)
  /// It has more than the one proof that a certificate has.
  case severalProofs(Int)
  /// It was changed after it was signed.
  case badSignature
  /// The key that signed it is not the issuer's.
  case notTheIssuer
  /// It was issued by another key than the one that was asked for.
  case anotherIssuer(found: String)
}

extension CertificateError {
  /// What is wrong, and what to try; safe to print.
  public var sentence: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "It has \(bytes) bytes; a certificate has \(limit) at most."
    case .notJSON(let reason):
      "It is no JSON (\(cleaned(reason))). Ask for the file once more; it may be cut short."
    case .missing(let what):
      "It is no certificate: \(what) is missing. Ask for the file that `certificate` wrote."
    case .anotherProof(let found):
      "It is signed by \(cleaned(found)), which this program cannot check; it knows eddsa-jcs-2022 "
        + "with a did:key."
    case .anotherPurpose(let found):
      "Its proof is for the purpose \(cleaned(found)), and that of a certificate is for "
        + "assertionMethod. Ask for the file that `certificate` wrote."
    case .severalProofs(let count):
      "It has \(count) proofs, and a certificate has one: nobody can say what the others stand "
        + "for. Ask for the file that `certificate` wrote."
    case .badSignature: "It was changed after it was signed. Ask for the file again."
    case .notTheIssuer: "The key that signed it is not that of the issuer whom it names."
    case .anotherIssuer(let found): "It was issued by another key: \(cleaned(found))."
    }
  }
}
