import ArgumentParser
import CafeWorld
import Commands
import Lab
import Terminal
import Tutor

/// Lists the scenes.
struct ScenesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenes",
    abstract: "List the scenes that a lesson or a run can begin in, and what is wrong with any."
  )

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let scenes = try shared.surroundings.library().scenes
    for scene in scenes.names.compactMap({ scenes[$0] }) {
      Output.print("\(scene.name)\t\(sanitised(scene.title))")
    }
    try complain(about: scenes.broken)
  }
}

extension Library {
  /// The scene of a name, the café without one; a name that nothing has ends the program.
  func scene(_ name: String?) throws -> Scene {
    guard let name else { return .cafe }
    if let scene = scenes[name] { return scene }
    let near = nearest(to: name, in: scenes.names).map { " Did you mean \($0)?" }
    Output.complain(
      scenes.names.contains(name)
        ? "The file of the scene \(name) is broken; `cafe scenes` says where."
        : "There is no scene \(name).\(near ?? " `cafe scenes` lists them.")"
    )
    throw ExitStatus.failure
  }
}
