import Gradebook
import Lab
import Progress
import Tutor

extension Opening {
  /// What the journals of all lessons tell.
  func past(for survey: Survey) -> Past {
    store.map { Past(of: $0, survey, in: library, began: began) } ?? Past()
  }
}

extension Past {
  /// Reads the journals of a store; one that cannot be read or folded, and one whose points are not
  /// told yet, is left out.
  init(of store: Store, _ survey: Survey, in library: Library, began: Int64) {
    self.init(now: Clock.milliseconds, sessionBegan: began)
    let responses = (try? store.responses()) ?? []
    // What began an attempt holds a whole scene, and no response.
    replies = responses.lazy.filter { $0.kind != "began" }.flatMap { response in
      Recall.Reply.replies(
        canonical: response.canonical,
        wallTime: response.wallTime,
        lesson: response.lesson
      )
    }
    let journals = Dictionary(grouping: responses, by: \.attempt).values
    leaveOut(whatIsOpenIn: journals.map { $0.map(\.canonical) }, of: library)
    guard survey.wantsAttempts else { return }
    for saved in (try? store.attempts()) ?? [] where library.ids.contains(saved.origin.lesson) {
      if let rows = try? store.journal(of: saved.id).rows(),
        case .success(let attempt) = Folding.fold(rows), let lesson = library[saved.origin.lesson],
        Rules(of: attempt, in: lesson).tellsPoints
      {
        attempts.append(Tried(lesson: saved.origin.lesson, record: attempt.record))
      }
    }
  }
}

extension SavedAttempt {
  /// Whether it is of a lesson, or of the bare café; not of a quiz or a review.
  var isOfALesson: Bool {
    !ClassQuiz.isAttempt(origin.lesson) && origin.lesson != ReviewSheet.attemptName
  }
}
