import ArgumentParser
import Commands
import Terminal
import Tutor

/// Teaches the lesson language, a screenful at a time.
struct AuthorHelp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "The lesson language, a screenful a topic."
  )

  @Argument(
    help: "The topic; without one, the list of them.",
    completion: .list(AuthorTopic.allCases.map(\.rawValue))
  )
  var topic: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let display = shared.surroundings.display()
    guard let topic else {
      return Output.print(render(Markdown(AuthorTopic.overview).drawn(on: display), on: display))
    }
    guard let page = AuthorTopic(rawValue: topic), let text = Surroundings.asset(page.path) else {
      let near = nearest(to: topic, in: AuthorTopic.allCases.map(\.rawValue))
      throw Output.failure(
        "There is no topic \(topic). "
          + (near.map { "Did you mean \($0)?" } ?? "`cafe author help` lists them.")
      )
    }
    Output.print(render(Markdown(text).drawn(on: display), on: display))
  }
}
