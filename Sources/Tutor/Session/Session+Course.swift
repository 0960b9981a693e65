import Commands
import Gradebook
import Lab
import Terminal

/// The course around the lesson: its map, and what comes next.
extension Session {
  /// `progress`: the steps of this lesson, then the map of the course; in a quiz, its items.
  mutating func progress(typed line: String) {
    guard let lesson else { return refuseWithoutLesson(line) }
    if !tellsPoints || dealt != nil {
      tellItems()
    } else {
      let score = score(of:) as (Step) -> Views.Score
      say(Views.progress(attempt.record, lesson, at: step?.id, on: display, score: score))
      effects.append(.survey(.map))
    }
    finish(line, accepted: true)
  }

  /// The map, from what all journals tell and what this attempt has come to; a lesson by itself
  /// needs none.
  mutating func showMap() {
    if library.ids.count > 1 {
      let map = standing
      say(Styled())
      say(Views.course(map, present: lesson?.id, on: display))
      if rules.mode != .practice {
        whisper("In the course every point counts in full: without prices, and at whichever try.")
      }
      if let next = map.next(after: lesson?.id) { tell("Next: " + Self.offer(next)) }
    }
    offerReview()
  }

  /// The lesson that comes after this one; nothing after the last.
  mutating func offerNextLesson() {
    guard let next = standing.next(after: lesson?.id, counting: lesson?.id) else { return }
    tell("Next in the course: " + Self.offer(next))
  }

  private static func offer(_ front: FrontMatter) -> String {
    "`start \(front.lesson)`, \(front.title) (\(front.minutes) min)."
  }

  /// How far the learner is in each lesson.
  private var standing: CourseStanding {
    let own = lesson.map { [Past.Tried(lesson: $0.id, record: attempt.record)] } ?? []
    return CourseStanding(library, past, own: own)
  }
}
