import ArgumentParser
import Commands
import Glibc
import Lab
import LineEditor
import Progress
import Terminal
import Tutor

/// Tries a judge against a list of responses.
struct JudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Read one response a line, and say what the judge makes of each.",
    discussion: "Prints: right|wrong|invalid TAB idea or - TAB response."
  )

  @Argument(help: "The lesson.", completion: .lessons)
  var lesson: String

  @Argument(help: "The question.")
  var question: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let library = try shared.surroundings.library()
    guard let lesson = library[lesson] else {
      Output.complain(library.complaint(about: self.lesson))
      throw ExitStatus.failure
    }
    let quizzes = lesson.steps.flatMap(\.quizzes)
    guard let quiz = quizzes.first(where: { $0.name == question }) else {
      Output.complain(
        "\(lesson.id) has no question \(question). It has: "
          + quizzes.map(\.name).joined(separator: ", ")
      )
      throw ExitStatus.failure
    }
    guard let situation = lesson.situation(asking: quiz.name) else {
      preconditionFailure("the question is one of the lesson's")
    }
    let evaluator = Evaluator(situation)
    guard let editor = LineEditor(program: "cafe", isPlain: true) else { throw ExitStatus.failure }
    while true {
      switch editor.readLine(prompt: []) {
      case .line(let line): Output.print(verdict(quiz.judge(line, evaluator), on: line))
      case .tooLong, .notText: Output.print("invalid\t-\t(not text, or too long)")
      case .interrupted: throw ExitStatus.interrupted
      case .end, .terminated: return
      }
    }
  }

  private func verdict(_ judgement: Judgement, on line: String) -> String {
    let (word, idea) =
      switch judgement {
      case .right(let idea, _): ("right", idea)
      case .wrong(let idea, _): ("wrong", idea)
      case .unforeseen: ("wrong", "-")
      case .invalid, .unjudged: ("invalid", "-")
      }
    return "\(word)\t\(idea)\t\(sanitised(line))"
  }
}
