import ArgumentParser
import Glibc
import Gradebook
import Lab
import Terminal
import Tutor

/// Shows one item of one submission: what was asked, what was done, and what came of it.
struct GradeAppeal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appeal",
    abstract: "Explain every point of one item: what was asked, what was done, what failed when.",
    discussion: """
      Times are those of the learner's café. It judges by the key pack's own lesson; after a \
      `regrade` give the corrected one as `--lesson`. Exit codes: 0 explained, 3 the submission is \
      refused, 1 nothing could be done.
      """
  )

  @Argument(help: "The file that `submit` wrote.", completion: .file())
  var submission: String

  @Argument(help: "The item: lesson#step, or the step alone.")
  var item: String

  @OptionGroup var grading: GradingOptions
  @OptionGroup var correction: CorrectionOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let grader = try grading.grader(try correction.applied(to: grading.pack()))
    let (replay, learner) = try grader.replayed(submission)
    let steps = replay.dealt.lesson.steps.map(\.id)
    let found = steps.filter { $0 == item || $0.hasSuffix("#" + item) }
    guard found.count == 1, let id = found.first, let grade = grader.grade(of: id, in: replay)
    else {
      throw Output.failure(
        "\(sanitised(item)) names \(found.isEmpty ? "no item" : "several items") of this "
          + "submission. It has: \(steps.joined(separator: ", "))."
      )
    }
    let display = shared.surroundings.display()
    Output.print(render(Views.appeal(of: grade, in: replay, by: learner, on: display), on: display))
  }
}

extension Grader {
  /// A file's submission, folded again, and whose it is.
  ///
  /// - Throws: an exit, with its reason on standard error, where it cannot be read or is refused.
  func replayed(_ path: String) throws -> (replay: Replay, learner: Learner) {
    let bytes = try Files.demanded(path, atMost: SubmissionFile.Limit.bytes)
    do { return try replay(of: bytes) } catch {
      Output.complain("\(path) is refused: \(error.sentence)")
      throw ExitStatus.lineRefused
    }
  }
}
