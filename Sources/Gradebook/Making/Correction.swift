import CafeWorld
public import Lab

/// Why a lesson cannot take the place of one that was handed out: what learners did rests on what
/// has changed in it.
public enum CorrectionFault: Error, Hashable, Sendable {
  /// The values of a variable are others, or it is missing or new.
  case otherVariable(String)
  case noSuchQuestion(String)
  /// A question is asked by options, by number, in words, or for an order, and was not before.
  case otherKind(question: String)
  case otherCount(question: String, now: Int, shown: Int)
  /// An option, counted from 1, is none that was shown, nor the rewording of one in its place.
  case strangeOption(question: String, number: Int, words: String)
  /// The lines that are to be put in order are others.
  case otherLines(question: String)
}

/// An option that a corrected lesson has in other words than learners were shown.
public struct Rewording: Hashable, Sendable {
  public let question: String
  /// Its place in the file, counted from 1.
  public let number: Int
  public let shown: String
  public let now: String
}

/// A corrected lesson beside the one that was handed out, which is read once.
public struct Correction: Sendable {
  /// Nil: the lesson is none of the quiz.
  private let dealt: Lesson?
  private let lesson: Lesson

  /// Takes a lesson that is to stand in the place of the pack's own.
  public init(of pack: KeyPack, by lesson: Lesson) {
    self.lesson = lesson
    let files = pack.handedOut
    dealt = files.first { $0.name == lesson.id + ItemBank.suffix }.flatMap { file -> Lesson? in
      let scenes = Scenes(files: files.map { ($0.name, $0.bytes) })
      return LessonReading(file.bytes, id: lesson.id, scenes: scenes).lesson
    }
  }

  /// The options that the corrected lesson rewords.
  ///
  /// - Throws: what in it would give another meaning to what learners did.
  public func rewordings() throws(CorrectionFault) -> [Rewording] {
    guard let dealt else { return [] }
    if let name = changedVariable(from: dealt, to: lesson) { throw .otherVariable(name) }
    var found: [Rewording] = []
    for step in dealt.steps {
      guard let other = lesson[step: step.id] else { continue }
      for guess in step.predictions where other[prediction: guess.name] == nil {
        throw .noSuchQuestion(guess.name)
      }
      for quiz in step.quizzes {
        guard let now = other[quiz: quiz.name] else { throw .noSuchQuestion(quiz.name) }
        found += try rewordings(from: quiz, to: now)
      }
    }
    return found
  }

  /// What the corrected lesson has otherwise than it was handed out and no correction changes,
  /// since it was published with the pack; in words, safe to print.
  ///
  /// Of the rules each that differs has its old and its new value.
  public var unmoved: [String] {
    guard let dealt else { return [] }
    let setups = dealt.steps.compactMap { step -> String? in
      guard let other = lesson[step: step.id], other.setup.map(\.text) != step.setup.map(\.text)
      else { return nil }
      return "the setup of `\(cleaned(step.id))`"
    }
    let fronts: [String?] = [
      dealt.front.seed == lesson.front.seed ? nil : "`seed`",
      dealt.scene == lesson.scene ? nil : "`world`",
    ]
    let rules = dealt.front.grade.differences(to: lesson.front.grade)
    return rules + fronts.compactMap(\.self) + setups
  }

  private func changedVariable(from dealt: Lesson, to lesson: Lesson) -> String? {
    let (old, new) = (dealt.variables, lesson.variables)
    return zip(old, new).first { $0 != $1 }?.0.name
      ?? old.dropFirst(new.count).first?.name ?? new.dropFirst(old.count).first?.name
  }

  private func rewordings(
    from shown: Quiz,
    to quiz: Quiz
  ) throws(CorrectionFault) -> [Rewording] {
    let name = quiz.name
    switch (shown.kind, quiz.kind) {
    case (.choose, .choose): break
    case (.order(let old), .order(let new)):
      guard Set(old) == Set(new) else { throw .otherLines(question: name) }
      return []
    case (.type, .type), (.number, .number), (.keyless, .keyless): return []
    default: throw .otherKind(question: name)
    }
    let (old, new) = (shown.options, quiz.options)
    let match: OptionMatch
    do { match = try OptionMatch(new, shown: old) } catch {
      switch error {
      case .otherCount: throw .otherCount(question: name, now: new.count, shown: old.count)
      case .stranger(let place):
        throw .strangeOption(question: name, number: place + 1, words: new[place].words)
      }
    }
    return match.reworded.map { place in
      Rewording(
        question: name,
        number: place + 1,
        shown: old[place].words,
        now: new[place].words
      )
    }
  }
}
