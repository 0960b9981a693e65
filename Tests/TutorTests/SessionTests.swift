import CafeWorld
import Lab
import Route53
import Terminal
import Testing

@testable import Tutor

struct `A session with a lesson` {
  /// A learner at work, or one who looks on while another window has the attempt.
  private struct Learner {
    var session: Session
    private(set) var rows = 0

    init(at step: String? = nil, isReadOnly: Bool = false) throws {
      let lesson = try #require(`The whole lesson, typed into a session`.lesson)
      let beginning = Beginning(
        engine: Session.engine,
        lesson: lesson.id,
        lessonHash: lesson.hash,
        scene: lesson.front.world,
        seed: lesson.front.seed
      )
      session = Self.session(Attempt(beginning), lesson, isReadOnly: false)
      if let step { _ = session.jump(to: step) } else { _ = session.update(.greet) }
      if isReadOnly { session = Self.session(session.attempt, lesson, isReadOnly: true) }
    }

    private static func session(
      _ attempt: Attempt,
      _ lesson: Lesson,
      isReadOnly: Bool
    ) -> Session {
      Session(
        attempt: attempt,
        lesson: lesson,
        library: Library(files: []),
        display: Display(width: 80, colour: false),
        isReadOnly: isReadOnly
      )
    }

    /// Types a line; what is said, and whether the line was accepted.
    @discardableResult
    mutating func type(_ line: String) -> (said: String, accepted: Bool) {
      var (said, accepted): ([String], Bool) = ([], false)
      for effect in session.update(.line(line)) {
        switch effect {
        case .print(let text): said.append(text.text)
        case .append: rows += 1
        case .report(let report): accepted = report.accepted
        default: break
        }
      }
      return (said.joined(separator: "\n"), accepted)
    }

    func responses(to question: String) -> Int {
      session.attempt.record.responses(to: question).count
    }
  }

  // Progress

  @Test func `a step of prose alone is read when it lies behind, and the last at once`() throws {
    var learner = try Learner()
    #expect(row(of: "story", in: learner.type("progress").said).last != "read")
    learner.type("next")
    #expect(row(of: "story", in: learner.type("progress").said).last == "read")
    learner.type("undo")
    #expect(row(of: "end", in: learner.type("progress").said).last != "read")
    var last = try Learner(at: "end")
    #expect(row(of: "end", in: last.type("progress").said).last == "read")
  }

  /// The row of a step, its words alone.
  private func row(of step: String, in table: String) -> [Substring] {
    table.split(separator: "\n").map { $0.split(separator: " ") }
      .first { $0.contains(step[...]) } ?? []
  }

  // Only looking

  @Test(arguments: ["dig www", "browse CafeInstance1", "curl CafeInstance2", "order CafeInstance1"])
  func `a second window may look, and leaves no trace`(line: String) throws {
    var onlooker = try Learner(at: "sites", isReadOnly: true)
    let digest = onlooker.session.attempt.world.digest
    let first = onlooker.type(line)
    #expect(first.accepted)
    #expect(first.said.contains("nothing of it is kept"))
    let second = onlooker.type(line)
    #expect(second.accepted)
    #expect(!second.said.contains("nothing of it is kept"))
    #expect(onlooker.rows == 0)
    #expect(onlooker.session.attempt.world.digest == digest)
    #expect(onlooker.session.reports.allSatisfy { !$0.status.isMet })
  }

  @Test(arguments: ["stop CafeInstance1", "wait 1m", "next", "undo", "hint", "create topic A"])
  func `a second window changes nothing`(line: String) throws {
    var onlooker = try Learner(at: "sites", isReadOnly: true)
    let (said, accepted) = onlooker.type(line)
    #expect(!accepted)
    #expect(said.contains("`what-if` shows here"))
    #expect(onlooker.rows == 0)
  }

  // Questions

  @Test func `a prediction that was left out is asked again by task`() throws {
    var learner = try Learner(at: "outage")
    #expect(learner.type("skip").said.contains("`task` asks again"))
    #expect(learner.session.asking == nil)
    learner.type("task")
    #expect(learner.session.asking?.isGuess == true)
  }

  @Test(arguments: ["-5", "\u{2212}3", "negative 3", "x 3", "h3", "minus 3", "60e"])
  func `a guess that can be nobody's is asked for again`(guess: String) throws {
    var learner = try Learner(at: "outage")
    let (said, accepted) = learner.type(guess)
    #expect(!accepted)
    #expect(said.contains("Nothing is lost: guess again"), "\(said)")
    #expect(learner.rows == 0)
    #expect(learner.session.asking?.isGuess == true)
  }

  @Test func `an answer to a guess that was left out is sent to where it is asked again`() throws {
    var learner = try Learner(at: "outage")
    learner.type("skip")
    let (said, accepted) = learner.type("answer 7")
    #expect(!accepted)
    #expect(said.contains("`task` asks again what was left out."), "\(said)")
    learner.type("task")
    #expect(learner.type("answer 0").accepted)
    #expect(learner.type("answer 0").said.contains("`task` shows what is to do here."))
    var other = try Learner(at: "questions")
    for _ in 1...5 { other.type("skip") }
    #expect(other.type("answer 7").said.contains("`quiz` lists the questions."))
  }

  @Test func `what was left out is not asked again of whoever comes back`() throws {
    var learner = try Learner(at: "outage")
    learner.type("skip")
    let left = learner.session.attempt
    var attempt = Attempt(left.beginning)
    for row in left.rows.dropFirst() { try attempt.replay(row.entry, typed: row.typed) }
    var session = Session(
      attempt: attempt,
      lesson: learner.session.lesson,
      library: Library(files: []),
      display: Display(width: 80, colour: false)
    )
    _ = session.update(.greet)
    #expect(session.asking == nil)
    _ = session.update(.line("task"))
    #expect(session.asking?.isGuess == true)
  }

  @Test func `a guess is about the café as the step was entered, however late it is asked`() throws
  {
    var learner = try Learner(at: "outage")
    guard case .prediction(_, let first)? = learner.session.asking else {
      Issue.record("the step asks for a guess")
      return
    }
    learner.type("skip")
    learner.type("kill CafeInstance1")
    learner.type("kill CafeInstance2")
    learner.type("wait 1d")
    learner.type("task")
    guard case .prediction(_, let again)? = learner.session.asking else {
      Issue.record("the guess is asked again")
      return
    }
    #expect(again.answer == first.answer)
    #expect(again.before.digest == first.before.digest)
  }

  @Test func `a wrong guess of a number stands beside what happened, in a few lines`() throws {
    var learner = try Learner(at: "outage")
    let lines = learner.type("100").said.split(separator: "\n")
    let first = try #require(lines.firstIndex { $0.hasPrefix("You said: 100. On a copy") })
    let end = try #require(lines.firstIndex { $0.contains("CafeInstance1 loses its power") })
    #expect(end == first + 1)
    #expect(lines.allSatisfy { $0.count <= 80 && !$0.contains("Meanwhile") })
    var other = try Learner(at: "outage")
    let right = other.type("0").said
    #expect(right.contains("Right: 0.") && !right.contains("You said"), "\(right)")
  }

  @Test func `a guess of a time keeps its two timelines, and one beyond any has the events`() throws
  {
    var learner = try Learner(at: "failover")
    let near = learner.type("1").said
    #expect(near.split(separator: "\n").contains { $0.hasPrefix("you  ") }, "\(near)")
    #expect(!near.contains("You said"))
    var other = try Learner(at: "failover")
    let far = other.type("100000").said
    #expect(far.contains("You said: 100000. On a copy of the café this happened:"), "\(far)")
    #expect(far.unwrapped.contains("www.cafe.example now leads to"), "\(far)")
  }

  @Test func `a question that was left out is asked again by quiz`() throws {
    var learner = try Learner(at: "questions")
    #expect(learner.type("skip").said.contains("`quiz` asks again"))
    learner.type("quiz")
    #expect(learner.session.asking?.name == "health-check")
  }

  @Test(arguments: [
    ("wha-if kill CafeInstance1", "what-if"), ("stauts", "status"), ("wiat 30s", "wait"),
    ("chek", "check"),
  ])
  func `a slip of the finger at a guess names the command and costs nothing`(
    line: String,
    verb: String
  ) throws {
    var learner = try Learner(at: "outage")
    let (said, accepted) = learner.type(line)
    #expect(!accepted)
    #expect(said.contains("Did you mean \(verb)?"))
    #expect(learner.responses(to: "second-server") == 0)
    #expect(learner.session.asking?.isGuess == true)
  }

  @Test(arguments: [("stauts", "status"), ("wha-if kill CafeInstance1", "what-if")])
  func `a slip of the finger at a question names the command and costs nothing`(
    line: String,
    verb: String
  ) throws {
    var learner = try Learner(at: "questions")
    let (said, accepted) = learner.type(line)
    #expect(!accepted)
    #expect(said.contains("Did you mean \(verb)?"))
    #expect(said.contains("type `answer` before it"))
    #expect(learner.responses(to: "health-check") == 0)
    learner.type("answer " + line)
    #expect(learner.responses(to: "health-check") == 1)
  }

  @Test(arguments: [
    "status checks", "an alarm", "no idea", "alarms", "helth check", "not sure",
  ])
  func `words that are an answer are judged`(line: String) throws {
    var learner = try Learner(at: "questions")
    learner.type(line)
    #expect(learner.responses(to: "health-check") == 1)
  }

  @Test(arguments: [
    ("answer", "Say your response behind `answer`."),
    ("quiz health-check", "It takes no name. `quiz` alone asks"),
  ])
  func `what is said of a question and is no answer costs nothing`(
    line: String,
    reason: String
  ) throws {
    var learner = try Learner(at: "questions")
    let (said, accepted) = learner.type(line)
    #expect(!accepted)
    #expect(said.contains(reason))
    #expect(learner.responses(to: "health-check") == 0)
    #expect(learner.type("status").accepted)
  }

  @Test func `a response in which nobody finds an idea is told what is asked for`() throws {
    var learner = try Learner(at: "questions")
    let said = learner.type("bananas").said.unwrapped
    #expect(said.contains("It is asked: What is this feature called?"))
    #expect(!said.contains("Again and again"))
  }

  @Test(arguments: [
    ("Traffic goes there. Which routing **policy** does that?", "Which routing policy does that?"),
    ("Which? Say its name.", "Which?"), ("Name the type", "Name the type"),
    ("It is `a.b.c`. What is 1.5 s?", "What is 1.5 s?"),
  ])
  func `the last sentence that asks is what is asked for`(text: String, asked: String) {
    #expect(text.lastQuestion == asked)
  }

  @Test func `of two things of one name the newest is looked at, and check says so`() throws {
    let options = " --ip-address CafeInstance2 --resource-path /cafe --request-interval 10"
    let sentence =
      "There are 2 health checks called Primary-Website-Health; the newest is looked at."
    var learner = try Learner(at: "health-check")
    learner.type("create health-check Primary-Website-Health" + options)
    #expect(!learner.type("check").said.unwrapped.contains("There are 2"))
    learner.type("create health-check Other" + options)
    let id = try #require(learner.session.attempt.world.healthChecks.last?.id.text)
    let tagged = learner.type(
      "aws route53 change-tags-for-resource --resource-type healthcheck --resource-id \(id) "
        + "--add-tags Key=Name,Value=Primary-Website-Health"
    )
    #expect(tagged.accepted)
    #expect(learner.type("check").said.unwrapped.contains(sentence))
  }

  // Nothing new

  @Test func `what is so already is said to be`() throws {
    var learner = try Learner(at: "sites")
    learner.type("create topic A")
    learner.type("subscribe A sofia")
    #expect(learner.type("subscribe A sofia").said.contains("has been asked already"))
    learner.type("confirm sofia")
    #expect(learner.type("confirm sofia").said.contains("has confirmed already"))
    #expect(learner.type("subscribe A sofia").said.contains("reads A already"))
    #expect(learner.type("start CafeInstance1").said.contains("CafeInstance1 is running already"))
    learner.type("stop CafeInstance1")
    #expect(learner.type("stop CafeInstance1").said.contains("CafeInstance1 is stopping already"))
    #expect(learner.type("heal").said.contains("Nothing is broken"))
    #expect(!learner.type("create topic A").accepted)
  }

  @Test func `a test about a thing that does not exist is refused, and no time passes`() throws {
    var learner = try Learner(at: "health-check")
    let now = learner.session.attempt.world.now
    let (said, accepted) = learner.type(#"run until hc("Primary").status == unhealthy"#)
    #expect(!accepted)
    #expect(said.contains("There is no health check \"Primary\""))
    #expect(learner.session.attempt.world.now == now)
  }

  @Test func `a condition is ticked with its reason`() throws {
    var learner = try Learner(at: "health-check")
    let said = learner.type(
      "create health-check Primary-Website-Health --ip-address CafeInstance1 --resource-path /cafe "
        + "--request-interval 10 --failure-threshold 2"
    ).said
    #expect(said.contains("there is a check called Primary-Website-Health\n"))
    #expect(said.contains("page at /cafe (resource-path is /cafe)\n"))
    #expect(said.contains("within 45 s (played out on a copy of your café)\n"))
    var other = try Learner(at: "failover")
    #expect(other.type("stop CafeInstance1").said.contains("was stopped (state is stopping)"))
  }
}

struct `A session without a lesson` {
  private func said(_ lines: String...) -> String {
    let beginning = Beginning(engine: "", lesson: "", lessonHash: "", scene: "cafe", seed: 1)
    var session = Session(
      attempt: Attempt(beginning),
      lesson: nil,
      library: Library(files: []),
      display: Display(width: 80, colour: false)
    )
    let effects = lines.flatMap { session.update(.line($0)) }
    return effects.compactMap { if case .print(let text) = $0 { text.text } else { nil } }
      .joined(separator: "\n")
  }

  @Test(arguments: ["next", "check", "hint", "task", "quiz", "progress", "notes", "why x", "skip"])
  func `says how to begin one`(verb: String) {
    #expect(said(verb).contains("`start LESSON` begins one"))
  }

  @Test func `an open batch is shown, empty or not`() {
    #expect(said("batch", "batch").contains("open and empty"))
    let full = said("batch", "create record x A 52.1.2.3", "batch")
    #expect(full.contains("The batch so far:\n  CREATE x.cafe.example A"))
  }

  @Test func `there is nowhere to go back to at the beginning`() {
    #expect(said("goto 3").contains("Nothing has been done yet"))
  }
}

struct `A session by the clock` {
  @Test func `is asked about the moment that it is, and keeps no row of that`() throws {
    var room = try Classroom(at: "sites")
    _ = room.session.update(.opened(["somewhere"]))
    let moment = room.session.attempt.world.now + 7 * .second
    _ = room.session.update(.struck(moment))
    let rows = room.session.attempt.rows.count
    let clock = moment.civil(local: true).clock
    #expect(room.type("now").contains(clock))
    #expect(room.type("status").contains(clock))
    #expect(room.session.attempt.rows.count == rows)
  }
}
