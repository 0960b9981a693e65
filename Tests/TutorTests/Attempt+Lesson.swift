import Lab

@testable import Tutor

extension Attempt {
  /// A new attempt at a lesson, by the present engine.
  init(atLesson lesson: Lesson, seed: UInt64? = nil) {
    self.init(
      Beginning(
        engine: Session.engine,
        lesson: lesson.id,
        lessonHash: lesson.hash,
        scene: lesson.scene,
        seed: seed ?? lesson.front.seed
      )
    )
  }
}
