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
      anything, and nothing leaves this machine.
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
    do {
      // Without arguments there is nothing to parse, and parsing that would take a quarter of the
      // time to the first prompt.
      if CommandLine.arguments.count <= 1 { return try Play.sit(Surroundings()) }
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitStatus {
      Glibc.exit(code.rawValue)
    } catch {
      Glibc.exit(leave(error))
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
