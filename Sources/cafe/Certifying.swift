import Crypto
import FoundationEssentials
import Gradebook
import Lab
import Progress

/// Signs what was reached in an attempt, with the key of this installation.
struct Certifying {
  let journal: Journal
  /// The folder of the state, which has the key; nil: there is none.
  let folder: String?

  /// Writes the certificate to a new file; what comes back is why not.
  func certify(_ reached: Reached, of name: String?, to path: String) -> Problem? {
    guard let folder, journal.unsaved.isEmpty else {
      return Problem(text: "nothing of the attempt is on disk yet")
    }
    do {
      let rows = try journal.rows()
      let key = try Installation.key(in: folder).get()
      let certificate = Certificate(
        reached,
        name: name,
        began: journal.attempt.origin.created,
        ended: rows.last?.wallTime ?? journal.attempt.origin.created,
        issued: Clock.milliseconds,
        head: journal.lastHash,
        rows: rows.count,
        issuer: KeyName(key: [UInt8](key.publicKey.rawRepresentation))
      )
      let signature = try key.signature(for: certificate.signingBytes)
      return Files.add([ReportFile(path, certificate.encoded(signature: signature))])
    } catch let error as StoreError { return Problem(text: error.sentence) } catch let
      problem as Problem
    { return problem } catch { return Problem(text: "it could not be signed") }
  }
}
