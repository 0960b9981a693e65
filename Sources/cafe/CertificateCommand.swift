import ArgumentParser
import Glibc
import Gradebook
import Lab
import Progress
import Terminal
import Tutor

/// Credentials of what was reached.
struct CertificateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate",
    abstract: "Write a signed credential of a lesson that is done, or verify one.",
    discussion: """
      The file is an Open Badges 3.0 credential, signed by the key of this installation, offline. \
      It says what was done here, and that nobody but the installation vouches for it. \
      `cafe certificate verify FILE` shows that a file is as it was signed. Its proof is by \
      eddsa-jcs-2022, a W3C Data Integrity cryptosuite; a verifier that knows only others may not \
      accept it.
      """,
    subcommands: [Issue.self, Verify.self],
    defaultSubcommand: Issue.self
  )

  struct Issue: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the certificate of a lesson (this is the default)."
    )

    @Argument(help: "The lesson.", completion: .lessons)
    var lesson: String

    @Option(help: "The file to write.", completion: .file())
    var out: String?

    @Option(help: "Whom it is about, as they call themselves.")
    var name: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
      if let reason = name.flatMap(Certificate.objection) { throw ValidationError(reason) }
    }

    func run() throws {
      let surroundings = shared.surroundings
      let store = try surroundings.store()
      let path = out ?? Certificate.fileName(of: lesson)
      let (tried, found) = try FinishedAttempt.latest(of: lesson, surroundings, store)
      guard let reached = Reached(tried.attempt, in: found, under: tried.rules) else {
        throw Output.failure(Session.notDone(tried.attempt.record, found, under: tried.rules))
      }
      let certifying = Certifying(journal: tried.journal, folder: store.folder)
      if let problem = certifying.certify(reached, of: name, to: path) {
        throw Output.failure("\(path) is not written: \(problem.text).")
      }
      Output.print("The certificate of \(lesson) is in \(path).")
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verify a certificate and read it; needs no network.",
      discussion: "Exit code 1 when it is not to be believed."
    )

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The issuer's key, where you know it.", valueName: "did:key:…"))
    var issuer: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
      if let issuer, KeyName(issuer) == nil {
        throw ValidationError("\(issuer) is no Ed25519 key; one looks like did:key:z6Mk…")
      }
    }

    func run() throws {
      let bytes = try Files.demanded(file, atMost: CertificateFile.longest)
      do {
        let read = try CertificateFile(decoding: bytes, issuer: issuer.flatMap { KeyName($0) })
        let display = shared.surroundings.display()
        let isOwn = shared.surroundings.folder.flatMap(Installation.known) == read.issuer
        Output.print(render(Views.certificate(read, isOwn: isOwn, on: display), on: display))
      } catch { throw Output.failure("\(file) is not to be believed. \(error.sentence)") }
    }
  }
}
