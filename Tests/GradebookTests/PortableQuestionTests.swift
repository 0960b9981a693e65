import Gradebook
import Lab
import Testing

@Suite struct `Questions for other systems` {
  static let lesson = """
    ---
    format: 1
    lesson: small
    title: A small lesson
    minutes: 5
    seed: 1
    world: cafe
    ---

    ## First {#first}

    Say what you know.

    ```quiz policy
    ask: Which policy sends traffic to the standby only while `main` is down?
    choose:
    (x) failover routing :: Yes: one primary ~ one secondary.
    ( ) weighted = shares :: That shares traffic # all the time.
    ( ) 50% each :: No.
    ```

    ```quiz term
    ask: What asks a server
        again and again?

        Two words.
    type:
    right: health check | health checking
      why: It asks from many places.
    wrong alarm: alarm
      say: That only looks at a number.
    ```

    ```quiz seconds
    ask: How long?
    number:
    right: 28 s ± 2
      why: Three times nine, and one.
    wrong one-strike: 9 s ± 1
      say: That is one strike.
    ```

    ```quiz steps
    ask: In which order?
    order:
      the server stops
      the check says so
      customers are led away
    ```

    ```quiz lost
    ask: How many orders were lost?
    number:
    right: ${orders.lost} ± 1
      why: Count them.
    ```
    """

  static func portable() throws -> PortableQuestions {
    let reading = LessonReading(Array(lesson.utf8))
    return PortableQuestions(try #require(reading.lesson, "\(reading.diagnostics)"))
  }

  @Test func `leave behind what only the learner's café can say`() throws {
    let portable = try Self.portable()
    #expect(portable.questions.map(\.name) == ["policy", "term", "seconds", "steps"])
    #expect(portable.left.map(\.reason) == [.livesInTheCafe])
    #expect(portable.left[0].sentence.hasPrefix("lost is left out: "))
  }

  @Test func `are written as GIFT`() throws {
    #expect(
      try Self.portable().gift(title: "A small lesson") == ##"""
        // A small lesson

        ::policy::[markdown]Say what you know.\n\n\##
        Which policy sends traffic to the standby only while `main` is down? {
        	=failover routing#Yes\: one primary \~ one secondary.
        	~weighted \= shares#That shares traffic \# all the time.
        	~50% each#No.
        }

        ::term::[markdown]Say what you know.\n\nWhat asks a server\nagain and again?\n\nTwo words. {
        	=%100%health check#It asks from many places.
        	=%100%health checking#It asks from many places.
        	=%0%alarm#That only looks at a number.
        }

        ::seconds::[markdown]Say what you know.\n\nHow long? (in s) {#
        	=%100%28:2#Three times nine, and one.
        	=%0%9:1#That is one strike.
        }

        ::steps::[markdown]Say what you know.\n\nIn which order? {
        	=1 -> the server stops
        	=2 -> the check says so
        	=3 -> customers are led away
        }
        \##n
        """##
    )
  }

  @Test func `take along what their step says, but for what lives in the café and figures`() throws
  {
    let text = Self.lesson.replacing(
      "Say what you know.",
      with: "A **pair** is there.\nIt has lost ${orders.lost}.\n\nOne *site* waits,\none serves."
    )
    let reading = LessonReading(Array(text.utf8))
    let portable = PortableQuestions(try #require(reading.lesson, "\(reading.diagnostics)"))
    #expect(portable.questions.count == 4)
    #expect(portable.questions[3].text == "One site waits,\none serves.\n\nIn which order?")
  }

  @Test func `come back from GIFT as they were, but for units and names of ideas`() throws {
    let portable = try Self.portable()
    let back = try PortableQuestions(gift: Array(portable.gift(title: "x").utf8))
    #expect(back.left.isEmpty)
    #expect(back.questions.map(\.name) == portable.questions.map(\.name))
    #expect(back.questions[0] == portable.questions[0])
    #expect(back.questions[3] == portable.questions[3])
    guard case .type(let ideas) = back.questions[1].kind else {
      Issue.record("\(back.questions[1])")
      return
    }
    #expect(ideas.map(\.phrases) == [["health check", "health checking"], ["alarm"]])
  }

  @Test func `keep the signs of GIFT where they are meant as text`() throws {
    let marked = Self.lesson.replacing("shares ::", with: "{a} ~b =c #d e:f \\\\ \\n g->h ::")
    let reading = LessonReading(Array(marked.utf8))
    let portable = PortableQuestions(try #require(reading.lesson, "\(reading.diagnostics)"))
    let back = try PortableQuestions(gift: Array(portable.gift(title: "x").utf8))
    #expect(back.questions[0] == portable.questions[0])
  }

  @Test func `from GIFT name each answer whose part of a point is lost`() throws {
    let gift = """
      ::A:: cap? {=yes =%50%maybe#half}

      ::B:: n {#=5:0 =%50%6:0}

      ::C:: which? {=all ~%33.5%half ~%-50%none}

      ::D:: plain {=%100%one =%0%two}

      ::E:: two {~%50%a ~%50%b}
      """
    let portable = try PortableQuestions(gift: Array(gift.utf8))
    #expect(portable.questions.map(\.name) == ["a", "b", "c", "d"])
    #expect(portable.left.map(\.reason) == [.noneRight])
    #expect(portable.changed.map(\.question) == ["A", "B", "C"])
    #expect(portable.changed.map(\.answer) == ["maybe", "6:0", "half"])
    #expect(portable.changed.map(\.percent) == ["50", "50", "33.5"])
    let sentence = try #require(portable.changed.first).sentence
    #expect(sentence.hasPrefix("A: the answer maybe gives 50 % there, and nothing here"))
  }

  @Test func `from GIFT make a lesson that reads without a finding`() throws {
    let gift = ##"""
      // Moodle's own examples
      $CATEGORY: $course$/Café

      Who's buried in Grant's tomb?{~Grant ~Jefferson =no one}

      Grant is {~buried =entombed ~living} in Grant's tomb.

      Grant is buried in Grant's tomb.{FALSE#No.#Right, entombed.}

      Who's there?{=no one =nobody ####Knock.}

      ::Q::[html]<p>When was <b>Grant</b> born &amp; where?</p>{#1822:5}

      From 1 to 5?{#1..5 ~#No.}

      ::Cold::Below zero? {#=%100%-5:0.5#Brr. =%0%5:1#Mind the sign.}

      Match. {=Canada->Ottawa =Italy->Rome}

      Write an essay. {}

      Just text.

      Two are right. {~%50%a ~%50%b ~%-100%c}

      ::odd:: What is $\{orders\} or ``` here \:\: now? {=a\:\:\:b\:#x ~c\n\n## d \{\#e ~f}

      ::1822:: {=twice =Twice =%0%1822#A year.}

      ::1822:: Twice? {=twice =Twice =%0%1822#A year.}

      Open { =a
      """##
    let portable = try PortableQuestions(gift: Array(gift.utf8))
    let made = portable.lesson(id: "from-moodle", title: "From \"Moodle\"")
    let reading = LessonReading(Array(made.text.utf8), id: "from-moodle")
    let lesson = try #require(reading.lesson, "\(reading.diagnostics)\n\(made.text)")
    #expect(lesson.steps.flatMap(\.quizzes).count == portable.questions.count)
    #expect(
      portable.left.map(\.reason) == [
        .noSuchKind("matching"), .noSuchKind("essay"), .noSuchKind("descriptive"), .noneRight,
        .nothingAsked, .openBrace,
      ]
    )
    let again = PortableQuestions(lesson)
    #expect(again.left.isEmpty)
    #expect(again.questions.map(\.name) == portable.questions.map(\.name))
  }

  @Test(
    arguments: [
      ([0xFF], GiftProblem.notUTF8), ([0x0A], .noQuestions),
      (
        [UInt8](repeating: 0x61, count: (1 << 20) + 1),
        .tooLarge(bytes: (1 << 20) + 1, limit: 1 << 20)
      ),
    ] as [([UInt8], GiftProblem)]
  )
  func `are refused where the file is none`(bytes: [UInt8], problem: GiftProblem) {
    #expect(throws: problem) { try PortableQuestions(gift: bytes) }
  }

  @Test func `make the same package each time`() throws {
    let portable = try Self.portable()
    let package = portable.qti(identifier: "small")
    #expect(portable.qti(identifier: "small") == package)
    #expect(package.starts(with: [0x50, 0x4B, 0x03, 0x04]))
  }
}
