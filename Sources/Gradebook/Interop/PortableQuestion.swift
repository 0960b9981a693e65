public import Lab

/// A question as other systems can carry it: nothing in it hangs on a learner's own café.
public struct PortableQuestion: Hashable, Sendable {
  /// Of letters, digits and hyphens.
  public let name: String
  /// Markdown: what its step says before it, and what it asks.
  public let text: String
  public let kind: Kind

  public enum Kind: Hashable, Sendable {
    case choose([Option])
    /// Free text; ideas in the order in which they are looked for.
    case type([Idea])
    case number(Number)
    /// The items in the right order.
    case order([String])
  }

  public struct Option: Hashable, Sendable {
    public let text: String
    public let isRight: Bool
    public let feedback: String
  }

  public struct Idea: Hashable, Sendable {
    public let name: String
    public let isRight: Bool
    public let phrases: [String]
    public let feedback: String
  }

  public struct Number: Hashable, Sendable {
    public let right: Target
    public let unit: String?
    public let feedback: String
    public let wrong: [Wrong]

    /// Both in decimal digits, as they are written.
    public struct Target: Hashable, Sendable {
      public let value: String
      public let tolerance: String
    }

    public struct Wrong: Hashable, Sendable {
      public let name: String
      public let target: Target
      public let feedback: String
    }
  }
}

/// A question that stays behind, and why.
public struct LeftQuestion: Hashable, Sendable {
  public let name: String
  public let reason: Reason

  public enum Reason: Hashable, Sendable {
    /// Its text or its answer comes from the learner's own café.
    case livesInTheCafe
    case withoutKey
    /// What it is in GIFT, which lessons have no question for.
    case noSuchKind(String)
    case severalRight
    case noneRight
    case notANumber(String)
    case tooFewOptions
    case openBrace
    case nothingAsked
    case emptyAnswer
    case barInPhrase
    case tooLong
  }

  /// What happened and what to do; safe to print.
  public var sentence: String {
    let rest =
      switch reason {
      case .livesInTheCafe: "its answer comes from the learner's own café, which an LMS has not."
      case .withoutKey: "its key has been cut out."
      case .noSuchKind(let kind): "lessons have no \(kind) questions. Write it anew."
      case .severalRight: "it has several right answers. Choose one, or make it several questions."
      case .noneRight: "no answer of it is wholly right. Give one of them an equals sign."
      case .notANumber(let text): "\(cleaned(text)) is no number. Write digits and a point."
      case .tooFewOptions: "it has fewer than two options. Add one."
      case .openBrace: "a brace has no partner. Write \\{ for one that stands for itself."
      case .nothingAsked: "it asks nothing. Write the question before the brace."
      case .emptyAnswer: "one of its answers is empty. Fill it in, or take it out."
      case .barInPhrase: "an answer holds a bar, which parts phrases in lessons. Leave it out."
      case .tooLong: "it has more text in one piece than a lesson's line takes. Shorten it."
      }
    return "\(cleaned(name)) is left out: \(rest)"
  }
}

/// An answer that gave a part of the points elsewhere, which lessons take for wrong.
public struct ChangedAnswer: Hashable, Sendable {
  /// The name of its question.
  public let question: String
  public let answer: String
  /// Its share of the points, in digits.
  public let percent: String

  /// What happened and what to do; safe to print.
  public var sentence: String {
    "\(cleaned(question)): the answer \(cleaned(answer)) gives \(cleaned(percent)) % there, and "
      + "nothing here, since lessons have no part of a point. Change it in the lesson if it is to "
      + "be right."
  }
}

/// The questions that can be carried, and those that stay behind.
public struct PortableQuestions: Hashable, Sendable {
  public let questions: [PortableQuestion]
  public let left: [LeftQuestion]
  /// What is carried otherwise than it was.
  public let changed: [ChangedAnswer]

  init(questions: [PortableQuestion], left: [LeftQuestion], changed: [ChangedAnswer] = []) {
    self.questions = questions
    self.left = left
    self.changed = changed
  }

  /// The questions of a lesson, in its order.
  public init(_ lesson: Lesson) {
    var questions: [PortableQuestion] = []
    var left: [LeftQuestion] = []
    for step in lesson.steps {
      let prose = step.portableProse
      for quiz in step.quizzes {
        do throws(LeftQuestion) {
          questions.append(try PortableQuestion(quiz, after: prose))
        } catch {
          left.append(error)
        }
      }
    }
    self.init(questions: questions, left: left)
  }
}

extension LeftQuestion: Error {}
