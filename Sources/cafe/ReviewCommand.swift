import ArgumentParser
import Lab
import Tutor

/// A review by itself.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Ask again what you answered in earlier sessions, and what is due by now.",
    discussion: """
      Each question comes with other numbers and in another order, where it has any: at the next \
      session, three days later, and a week after that. A wrong answer begins its row anew. What a \
      sitting in class mode still takes a response to waits until it is settled there. In the \
      café `review` does the same and leads back to your lesson.
      """
  )

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let surroundings = shared.surroundings
    var opening = try Opening(surroundings)
    let past = opening.past(for: .review)
    guard !past.due(in: opening.library.ids).isEmpty else {
      Output.tell(past.nothingIsDue)
      return
    }
    _ = Table(surroundings).review(&opening, back: nil)
  }
}
