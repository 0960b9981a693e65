import ArgumentParser
import Gradebook
import Lab
import Terminal
import Tutor

/// Reads a result that came back.
struct ResultCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "result",
    abstract: "Verify and read the result of a graded quiz.",
    discussion: """
      With --pack the signature is compared with the key of the pack that you were given, so you \
      know who graded; without it only that nothing was changed. Exit code 1 when it is not to be \
      believed.
      """
  )

  @Argument(help: "The result file.", completion: .file())
  var file: String

  @Option(help: "The learner pack of the quiz.", completion: .file())
  var pack: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let key = try pack.map { try signingKey($0) }
    let bytes = try Files.demanded(file, atMost: ResultFile.longest)
    do {
      let result = try ResultFile(decoding: bytes, key: key)
      let display = shared.surroundings.display()
      let text = Views.result(result, isKnownKey: key != nil, on: display)
      Output.print(render(text, on: display))
    } catch {
      throw Output.failure("\(file) is not to be believed: \(error.sentence)")
    }
  }

  private func signingKey(_ path: String) throws -> [UInt8] {
    let bytes = try Files.demanded(path, atMost: LearnerPack.Limit.bytes)
    do { return try LearnerPack(decoding: bytes).signingKey } catch {
      throw Output.failure("\(path) is no learner pack: \(error.sentence)")
    }
  }
}
