public import Lab

/// The lessons that could be read, and what is wrong with those that could not.
public struct Library: Sendable {
  public let lessons: [Lesson]
  /// By file name.
  public let broken: [(file: String, diagnostics: [Diagnostic])]

  /// Reads every file; a broken lesson never stops the others.
  public init(files: [(name: String, bytes: [UInt8])]) {
    var lessons: [Lesson] = []
    var broken: [(file: String, diagnostics: [Diagnostic])] = []
    for (name, bytes) in files {
      let reading = LessonReading(bytes)
      if let lesson = reading.lesson, !lessons.contains(where: { $0.id == lesson.id }) {
        lessons.append(lesson)
      } else {
        broken.append((name, reading.diagnostics))
      }
    }
    self.lessons = lessons
    self.broken = broken
  }

  public subscript(id: String) -> Lesson? { lessons.first { $0.id == id } }
}
