import CafeWorld
import Commands
import Gradebook
import Lab
import Terminal

/// A review: what was answered days ago is asked again, one item after another.
extension Session {
  /// `review`: asks the shell what is due; from there it goes on in ``surveyed(_:_:)``.
  mutating func review(typed line: String) {
    effects.append(.survey(.review))
    finish(line, accepted: true)
  }

  /// What the shell has read of all journals, and for what.
  mutating func surveyed(_ survey: Survey, _ past: Past) {
    self.past = past
    switch survey {
    case .map: showMap()
    case .ending: offerNextLesson()
    case .review:
      guard past.due(in: library.ids).isEmpty else {
        return effects.append(.open(lesson: ReviewSheet.attemptName, .latest))
      }
      tell(past.nothingIsDue)
    }
  }

  /// One quiet line, where something is due.
  mutating func offerReview() {
    guard let count = past?.due(in: library.ids).count, count > 0 else { return }
    whisper(
      "\(counted(count, "question")) from before \(count == 1 ? "is" : "are") due: `review`"
        + " asks \(count == 1 ? "it" : "them") again."
    )
  }

  // The review itself

  /// Why a line is not carried out in a review; nil: it is.
  func objectionInReview(to request: Request) -> String? {
    switch request {
    case .nothing, .ask, .session(.help), .session(.set), .session(.quit): return nil
    case .lesson(.answer), .lesson(.skip), .lesson(.task): return nil
    default:
      return "A review only asks. Answer, or `skip` leaves the question out, and `quit` the rest; "
        + "everything else waits in your lesson."
    }
  }

  mutating func greetTheReview() {
    guard let lesson, let review else { return }
    let from = review.items.reduce(into: [String]()) { names, item in
      if !names.contains(item.item.lesson) { names.append(item.item.lesson) }
    }
    say(Styled(lesson.front.title, .heading.bold))
    tell(
      "\(counted(review.items.count, "question")) from \(listed(from)), each in a café of its "
        + "own, built as far as the lesson had come. Other numbers and another order where a "
        + "question has any: what you remember counts, not what you typed. `skip` leaves one out, "
        + "`quit` the rest; both stay due."
    )
    openReviewItem(after: nil)
  }

  /// Opens the next item that can be asked; after the last one, says how it went and leads back.
  private mutating func openReviewItem(after present: String?) {
    guard let review else { return }
    let place = review.items.firstIndex { $0.item.description == present }.map { $0 + 1 } ?? 0
    for item in review.items[place...] {
      guard open(item) else { continue }
      return
    }
    finishReview()
  }

  /// - Returns: whether the item is asked now.
  private mutating func open(_ item: ReviewItem) -> Bool {
    guard let moves = item.opening(engine: attempt.beginning.engine) else { return false }
    do { for move in moves { try record(move, typed: "") } } catch { return false }
    say(Styled())
    say(
      Styled(item.step.title, .heading.bold)
        + Styled("   \(place(of: item)) · \(item.item.lesson)", .quiet)
    )
    askNext(in: item.step)
    return asking != nil
  }

  /// `2 of 5`.
  private func place(of item: ReviewItem) -> String {
    let items = review?.items ?? []
    let number = items.firstIndex(of: item).map { $0 + 1 } ?? 0
    return "\(number) of \(items.count)"
  }

  /// A response is on record: what would have been right, and the next item.
  mutating func reviewed(_ outcome: Outcome) {
    if !outcome.isRight, case .quiz(let quiz) = asking,
      let answer = quiz.answer(Evaluator(Situation(attempt)))
    {
      tell("Right would be: " + answer)
    }
    asking = nil
    openReviewItem(after: step?.id)
  }

  /// Leaves the item out that is asked; it stays due.
  mutating func skipReviewItem(typed line: String) {
    asking = nil
    whisper("Left out; it stays due.")
    finish(line, accepted: true)
    openReviewItem(after: step?.id)
  }

  private mutating func finishReview() {
    guard let review else { return }
    let outcomes = review.items.compactMap {
      attempt.record.responses(to: $0.item.description).last?.outcome
    }
    let right = outcomes.count(where: \.isRight)
    let left = review.items.count - outcomes.count
    say(Styled())
    say(
      Sign.done.drawn(on: display)
        + Styled(" Reviewed: \(right) of \(outcomes.count) right", .value)
        + Styled(left > 0 ? ", \(left) left out." : ".")
    )
    whisper(
      "What is right comes back three days later, and a week after that; what is not begins anew "
        + "at your next session."
    )
    effects.append(wayOut)
  }

  /// A review leads back to the lesson that was left for it; everything else ends the program.
  var wayOut: Effect {
    guard let back = review?.back else { return .quit }
    return .open(lesson: back.lesson, back.attempt)
  }
}
