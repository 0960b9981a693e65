import ArgumentParser
import Glibc

/// The program: what it is called with, and the exit code that it leaves.
@main
struct Cafe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cafe",
    abstract: "A flight simulator for DNS failover: live through an outage, and build the cure.",
    discussion: """
      Without a subcommand it opens the café at a prompt, where you left it. Nothing here costs \
      anything, and nothing leaves this machine. `cafe --generate-completion-script bash` (or zsh, \
      fish) prints what lets your shell complete these words.
      """,
    version: version,
    subcommands: [
      Play.self, Run.self, JudgeCommand.self, LessonsCommand.self, ScenesCommand.self,
      ProgressCommand.self, ReviewCommand.self, NotesCommand.self, CertificateCommand.self,
      ExportCommand.self, ImportCommand.self, ResetCommand.self,
      Serve.self, DemoCommand.self, SimulateCommand.self, QuizCommand.self, ResultCommand.self,
      GradeCommand.self, AuthorCommand.self,
    ],
    defaultSubcommand: Play.self
  )

  static func main() {
    let status = ended()
    guard let loss = Output.loss else { Glibc.exit(status) }
    Output.complain("Not all of the output could be written: \(Problem(loss).text).")
    Glibc.exit(ExitStatus.failure.rawValue)
  }

  /// Does what is asked.
  ///
  /// - Returns: the exit code.
  private static func ended() -> Int32 {
    do {
      // Without arguments there is nothing to parse, and parsing that would take a quarter of the
      // time to the first prompt.
      if CommandLine.arguments.count <= 1 {
        try Play.sit(Surroundings())
      } else {
        var command = try parseAsRoot(inOrder(Array(CommandLine.arguments.dropFirst())))
        try command.run()
      }
      return ExitStatus.done.rawValue
    } catch let code as ExitStatus {
      return code.rawValue
    } catch {
      return leave(error)
    }
  }

  /// Prints what ArgumentParser has to say; its code for wrong usage, 64, is 2 here.
  private static func leave(_ error: any Error) -> Int32 {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if code.isSuccess {
      Output.print(text)
    } else {
      Output.complain(text)
    }
    if code == .success { return ExitStatus.done.rawValue }
    return code == .validationFailure ? ExitStatus.usage.rawValue : ExitStatus.failure.rawValue
  }
}

/// Why the program ends: the one list of its exit codes.
enum ExitStatus: Int32, Error {
  case done = 0
  case failure = 1
  case usage = 2
  case lineRefused = 3
  case conditionsUnmet = 4
  case interrupted = 130
}
