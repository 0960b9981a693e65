import ArgumentParser

/// The workshop of those who write lessons.
struct AuthorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "author",
    abstract: "Write lessons, and prove that they are right.",
    subcommands: [
      AuthorNew.self, AuthorTry.self, AuthorRecord.self, AuthorCheck.self, AuthorMutate.self,
      AuthorVariants.self, AuthorHandout.self, AuthorStats.self, AuthorHelp.self,
    ]
  )
}
