import ArgumentParser

/// Verbs that move through a lesson.
enum Learn {
  static let verbs: [VerbEntry] = [
    VerbEntry(.learn, Next.self, "go on, or back"), VerbEntry(.learn, Back.self, "go on, or back"),
    VerbEntry(.learn, ShowTask.self, task), VerbEntry(.learn, Check.self, task),
    VerbEntry(.learn, Hint.self, help), VerbEntry(.learn, ShowMe.self, help, as: "show me"),
    VerbEntry(.learn, Skip.self, help),
    VerbEntry(.learn, Why.self, why), VerbEntry(.learn, Cause.self, why),
    VerbEntry(.learn, Repair.self, why),
    VerbEntry(.learn, Answer.self, quiz), VerbEntry(.learn, Quiz.self, quiz),
    VerbEntry(.learn, Review.self, quiz),
    VerbEntry(.learn, Progress.self, lessons), VerbEntry(.learn, Lessons.self, lessons),
    VerbEntry(.learn, Notes.self, home), VerbEntry(.learn, Certificate.self, home),
  ]

  private static let task = "what to do, and how far you are"
  private static let help = "get help, more and more of it"
  private static let why = "why it is so, which lines did it, what mends it"
  private static let quiz = "respond to a question; ask again; days later, too"
  private static let lessons = "how far you are in the course; what there is"
  private static let home = "what you built, to keep; that you did it, signed"

  struct Next: WordVerb {
    static let configuration = CommandConfiguration(
      "next",
      "Goes on to the next step.",
      example: "next"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .lesson(.next) }
  }

  struct Back: WordVerb {
    static let configuration = CommandConfiguration(
      "back",
      "Goes back to the step before; nothing is undone.",
      example: "back"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .lesson(.back) }
  }

  struct ShowTask: WordVerb {
    static let configuration = CommandConfiguration(
      "task",
      "Shows the step's text and task again.",
      example: "task"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .lesson(.task) }
  }

  struct Check: WordVerb {
    static let configuration = CommandConfiguration(
      "check",
      "Shows every condition of the task, and what was found instead.",
      example: "check"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .lesson(.check) }
  }

  struct Hint: WordVerb {
    static let configuration = CommandConfiguration(
      "hint",
      "Gives a hint; the next one says more.",
      example: "hint"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .lesson(.hint) }
  }

  struct ShowMe: WordVerb {
    static let configuration = CommandConfiguration(
      "show me",
      "Plays the solution of this step, with reasons.",
      example: "show me"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .lesson(.showMe) }
  }

  struct Skip: WordVerb {
    static let configuration = CommandConfiguration(
      "skip",
      "Applies the solution of this step and goes on; this is recorded.",
      "While something is asked, it only leaves that out; a second `skip` then leaves the step.",
      example: "skip"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .lesson(.skip) }
  }

  struct Why: WordVerb {
    static let configuration = CommandConfiguration(
      "why",
      "Says why a condition is as it is, or how what happened came about.",
      """
      Without a word it tells the latest that happened, and of the last of it the whole way back \
      to the line that was typed; with a time, what happened then.
      """,
      example: "why target"
    )

    @Argument(
      help: .init(
        "A condition of the task, by name or number; or a time of day, such as 09:11:31.",
        valueName: "condition"
      ),
      completion: .list(["@condition"])
    )
    var condition: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .lesson(.why(condition))
    }
  }

  struct Cause: WordVerb {
    static let configuration = CommandConfiguration(
      "cause",
      "Finds the fewest of your lines that make a condition of the task fail.",
      """
      Your lines since the step began are played again on copies, each time without some of them. \
      Nothing of your café changes.
      """,
      example: "cause target"
    )

    @Argument(
      help: .init(
        "A condition of the task: its name or number; the first that fails if not given.",
        valueName: "condition"
      ),
      completion: .list(["@condition"])
    )
    var condition: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .lesson(.cause(condition))
    }
  }

  struct Repair: WordVerb {
    static let configuration = CommandConfiguration(
      "repair",
      "Looks for the nearest change of your settings that makes a condition of the task hold.",
      """
      Small changes are tried on copies: one, then two together. Your café stays as it is; the \
      line that helps is shown, and you decide whether to type it.
      """,
      example: "repair target"
    )

    @Argument(
      help: .init(
        "A condition of the task: its name or number; the first that fails if not given.",
        valueName: "condition"
      ),
      completion: .list(["@condition"])
    )
    var condition: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .lesson(.repair(condition))
    }
  }

  struct Answer: RawVerb {
    static let configuration = CommandConfiguration(
      "answer",
      "Responds to the question or prediction that is asked.",
      "The whole rest of the line is the response, quotes included.",
      example: "answer failover routing"
    )

    @Argument(
      parsing: .captureForPassthrough,
      help: .init("The rest of the line.", valueName: "response"),
      completion: .list(["@question"])
    )
    var response: [String]

    static func request(
      _ rest: String,
      in context: ParseContext
    ) throws(CommandError) -> Request {
      guard !rest.isEmpty else {
        throw .usage(Answer.self, "Say your response behind `answer`.", in: context)
      }
      return .lesson(.answer(rest))
    }
  }

  struct Quiz: WordVerb {
    static let configuration = CommandConfiguration(
      "quiz",
      "Asks the questions of this step.",
      example: "quiz"
    )
    static func complaint(about words: [String]) -> String? {
      words.contains { $0.hasPrefix("-") }
        ? nil : "It takes no name. `quiz` alone asks the questions of this step."
    }

    func request(in context: ParseContext) throws(CommandError) -> Request { .lesson(.quiz) }
  }

  struct Progress: WordVerb {
    static let configuration = CommandConfiguration(
      "progress",
      "Shows the map of the course, and how far you are in this lesson.",
      example: "progress"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .lesson(.progress) }
  }

  struct Lessons: WordVerb {
    static let configuration = CommandConfiguration(
      "lessons",
      "Lists the lessons; `start LESSON` begins one.",
      example: "lessons"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .lesson(.lessons) }
  }
}
