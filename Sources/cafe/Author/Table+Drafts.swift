import Lab
import Tutor

extension Table {
  /// A sitting that keeps nothing, at the beginning of a lesson that is being written.
  func sitting(of lesson: Lesson, from file: LessonFile) -> Sitting {
    let beginning = Beginning(
      engine: Session.engine,
      lesson: lesson.id,
      lessonHash: lesson.hash,
      scene: lesson.scene,
      seed: lesson.front.seed
    )
    var session = Session(
      attempt: Attempt(beginning),
      lesson: lesson,
      library: file.library,
      display: display,
      asset: file.asset
    )
    session.isKept = false
    return Sitting(session, journal: nil, isLasting: false, show: show)
  }
}
