import ArgumentParser

/// Whether the stage is lit from the start, and where.
struct StageOptions: ParsableArguments {
  @Option(
    defaultAsFlag: Projector.usualPort,
    // The other way of parsing overlooks `=8090` where another option follows.
    parsing: .next,
    help: ArgumentHelp(
      "Show the café on a page for a projector, on this port of 127.0.0.1; 0 takes a free one.",
      valueName: "port"
    )
  )
  var stage: Int?

  func validate() throws {
    guard let stage, !(0...65_535).contains(stage) else { return }
    throw ValidationError("\(stage) is no port: these go from 0 to 65535.")
  }

  /// The projector of a table, lit where that is wanted.
  ///
  /// - Throws: `ExitStatus` after saying why it stays dark.
  func projector() throws -> Projector {
    let projector = Projector()
    guard let stage else { return projector }
    do throws(Doors.Closed) { try projector.open(port: stage) } catch {
      throw Output.failure(error.sentence)
    }
    return projector
  }
}
