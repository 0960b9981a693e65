import Crypto
import FoundationEssentials
import Gradebook

/// Signs and seals what is handed in.
enum Sealing {
  /// The file of a submission, which only the quiz's key opens.
  static func seal(
    _ submission: Submission,
    signedBy key: Curve25519.Signing.PrivateKey,
    for recipient: Curve25519.KeyAgreement.PublicKey
  ) throws -> [UInt8] {
    let signature = try key.signature(for: Data(submission.signingBytes))
    let payload = submission.payload(
      installation: [UInt8](key.publicKey.rawRepresentation),
      signature: [UInt8](signature)
    )
    var sender = try HPKE.Sender(
      recipientKey: recipient,
      ciphersuite: SubmissionFile.ciphersuite,
      info: SubmissionFile.info(quiz: submission.quiz, pack: submission.pack)
    )
    let ciphertext = try sender.seal(Data(payload))
    return SubmissionFile(
      of: submission,
      encapsulatedKey: sender.encapsulatedKey,
      ciphertext: ciphertext
    ).encoded()
  }
}
