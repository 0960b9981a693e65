import CafeWorld
import Lab
import Terminal
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(2))) struct `A demo` {
  @Test func `with take-overs, a step back and a wrong command ends as the script does`() throws {
    var straight = try DemoRoom()
    straight.goOn()

    var twisted = try DemoRoom()
    twisted.goOn { $0.session.attempt.step == "health-check" }
    // Somebody wants to know what happens when both are off.
    twisted.type("", "stop CafeInstance1", "kill CafeInstance2", "wait 1h", "dig www", "orders")
    #expect(twisted.session.isAway)
    twisted.type("resume")
    twisted.type("b", "")
    // A wrong command changes nothing, and a slip of the finger neither.
    twisted.type("stop CafeInstance7", "no such thing", "hands", "\u{7}")
    twisted.goOn { $0.session.attempt.step == "failover" }
    twisted.type(
      "batch",
      "delete record www/FailoverPrimary A",
      "next",
      "branch elsewhere",
      "commit",
      "show me",
      "undo 2",
      "bookmark here",
      "goto 3",
      "hint",
      "skip"
    )
    // Enter alone brings everything back as well.
    twisted.type("")
    #expect(!twisted.session.isAway)
    twisted.type("rewind 4", "goto primary", "goto failover")
    twisted.goOn()

    #expect(straight.isOver && twisted.isOver)
    #expect(twisted.state == straight.state)
    #expect(twisted.session.world == straight.session.world)
    #expect(twisted.rows.count > straight.rows.count + 15)
  }

  @Test func `shows the same from every place on, whatever was done before`() throws {
    var straight = try DemoRoom()
    var twisted = try DemoRoom()
    while !straight.isOver, straight.session.attempt.step != "secondary" {
      twisted.type("wait 7m", "resume", "kill CafeInstance1", "wait 1s")
      #expect(twisted.session.isAway)
      twisted.type("")
      let (one, other) = (straight.type(""), twisted.type(""))
      #expect(one == other)
      guard one == other else { return }
    }
  }

  @Test func `is one fold: its rows lead to the same café once more`() throws {
    var room = try DemoRoom()
    room.goOn { $0.session.attempt.step == "primary" }
    room.type("wait 1h", "resume", "b", "goto alert", "")
    var attempt = Attempt(room.session.attempt.beginning)
    for row in room.rows.dropFirst() {
      try attempt.replay(Entry(canonical: row.canonical), typed: row.typed)
    }
    #expect(attempt.rows.indices.map { attempt.digest(after: $0) } == room.rows.map(\.digest))
  }

  @Test func `steps back to each place, the café too`() throws {
    var room = try DemoRoom()
    var states: [(place: Int, state: [String])] = [(room.place, room.state)]
    room.goOn { room in room.session.attempt.step == "sites" }
    while !room.isOver, room.session.attempt.step == "sites" {
      states.append((room.place, room.state))
      room.type("")
    }
    for (place, state) in states.dropFirst().reversed() {
      room.type("b")
      #expect(room.place == place)
      #expect(room.state.first == state.first)
      #expect(room.session.attempt.step == "sites")
    }
    room.type("rewind 1000")
    #expect(room.place == 0)
    #expect(room.state == states[0].state)
    #expect(room.type("b").contains("beginning"))
  }

  @Test func `goes to a step, ahead and back, as if it had been shown up to there`() throws {
    var room = try DemoRoom()
    room.goOn { $0.session.attempt.step == "failover" }
    let shown = room.state
    var ahead = try DemoRoom()
    let text = ahead.type("goto failover")
    #expect(text.contains("Switch it off"))
    #expect(!text.contains("create health-check"))
    #expect(ahead.state == shown)
    ahead.type("goto outage", "goto failover")
    #expect(ahead.state == shown)
    var begun = try DemoRoom(from: "failover")
    begun.type("")
    #expect(begun.state == shown)
    // By its number, as the headings count; a number in a demo is never an entry of the history.
    var numbered = try DemoRoom()
    let steps = try #require(numbered.session.lesson).steps.map(\.id)
    let number = try #require(steps.firstIndex(of: "failover")) + 1
    #expect(numbered.type("goto \(number)").contains("step \(number) of \(steps.count)"))
    #expect(numbered.state == shown)
    #expect(numbered.session.attempt.rows.count > steps.count)
    for other in [0, steps.count + 1, 999] {
      let text = numbered.type("goto \(other)").unwrapped
      #expect(text.contains("There is no step \(other). The steps of the demo go from 1 to"))
      #expect(text.contains("\(number) failover, ") && !text.contains("row"), "\(text)")
      #expect(numbered.state == shown)
    }
    #expect(begun.type("goto failovr").unwrapped.contains("Did you mean failover"))
    let unknown = begun.type("goto nosuch").unwrapped
    #expect(unknown.contains("There is no step") && unknown.contains("1 story, 2 outage, 3 sites"))
  }

  @Test func `waits while the café runs by the clock`() throws {
    var room = try DemoRoom()
    room.type("", "")
    room.hand(.opened(["here"]))
    for line in ["", "b", "resume", "goto sites"] {
      #expect(room.type(line).contains("live off"), "\(line)")
    }
    room.hand(.closed(reason: nil))
    #expect(room.type("resume").contains("Enter goes on"))
  }

  @Test func `stays in its lesson and says what its verbs are for elsewhere`() throws {
    var room = try DemoRoom()
    #expect(room.type("start cafe-quiz").contains("stays in its lesson"))
    var lesson = try Classroom(at: "sites")
    #expect(lesson.type("rewind").contains("cafe demo"))
    #expect(lesson.type("resume").contains("cafe demo"))
    #expect(lesson.accepts("b") == false)
  }

  @Test func `by itself says nothing of a keyboard before somebody takes it`() throws {
    for pace in [Demo.Pace.itself, .unattended] {
      var room = try DemoRoom("cafe-quiz", pace: pace)
      var text = room.greeting.unwrapped
      #expect(text.contains("It goes on by itself"))
      #expect(text.contains("any other key takes over") == (pace == .itself))
      while !room.isOver { text = room.type("") }
      #expect(text.contains("The demo ends here."))
      for words in ["stays open.", "Type any", "quit"] {
        #expect(!text.contains(words), "\(text)")
      }
    }
    var taken = try DemoRoom("cafe-quiz", pace: .itself)
    #expect(taken.hand(.takenOver).unwrapped.contains("From now on Enter goes on"))
    var text = ""
    while !taken.isOver { text = taken.type("") }
    #expect(text.unwrapped.contains("the café stays open. Type anything;"), "\(text)")
  }

  @Test func `in big shows one paragraph at a time`() throws {
    var small = try DemoRoom("cafe-quiz", display: Display(width: 64, colour: false))
    var big = try DemoRoom("cafe-quiz", big: true, display: Display(width: 64, colour: false))
    small.goOn()
    var pages = 0
    while !big.isOver {
      #expect(big.type("").hasPrefix("[an empty screen]"))
      pages += 1
    }
    #expect(big.state.first == small.state.first)
    #expect(pages > small.rests.count)
    #expect(big.session.attempt.branch.count == small.session.attempt.branch.count)
  }

  @Test func `tells the presenter what comes next, and what the engine will say`() throws {
    var room = try DemoRoom()
    room.goOn()
    let notes = room.notes.joined(separator: "\n").unwrapped
    #expect(notes.contains("next: > kill CafeInstance1"))
    #expect(notes.contains("Let people say aloud what the second server did all day."))
    #expect(notes.contains("ask: Of the") && notes.contains("(it is "))
    #expect(room.notes.last?.contains("the end") == true)
    #expect(room.rests.allSatisfy { (1_500...24_000).contains($0) })
  }
}

@Suite(.timeLimit(.minutes(1))) struct `A question to the room` {
  /// At the first poll whose hands are counted and that the engine answers.
  private func asked() throws -> DemoRoom {
    var room = try DemoRoom(from: "outage")
    room.goOn { $0.session.poll?.choices.count ?? 0 > 2 }
    return room
  }

  @Test func `takes hands, shows them, and is compared with what the engine says`() throws {
    var room = try asked()
    #expect(room.session.prompt.text.contains("hands? "))
    #expect(room.session.poll?.isRevealed == false)
    let before = room.session.attempt.rows.count
    let shown = room.type("12 7 3")
    #expect(shown.contains("█") && shown.contains("12 hands") && shown.contains("22 hands in all"))
    room.type("b 8")
    #expect(room.session.poll?.choices.map(\.hands).prefix(3) == [12, 8, 3])
    #expect(room.session.attempt.rows.count == before)
    let revealed = room.type("")
    let poll = try #require(room.session.poll)
    #expect(poll.isRevealed && poll.choices.count { $0.isRight == true } == 1)
    #expect(revealed.contains("What the engine says"))
    #expect(revealed.contains("✓"))
    #expect(revealed.contains(try #require(poll.answer)))
    room.type("")
    #expect(room.session.poll == nil)
  }

  @Test func `goes on without hands, and is asked again after a step back`() throws {
    var room = try asked()
    let (place, question) = (room.place, room.session.poll?.question)
    #expect(room.type("").contains("What the engine says"))
    #expect(room.type("b").contains("A question to the room"))
    #expect(room.place == place)
    #expect(room.session.poll?.question == question)
    #expect(room.session.poll?.isCounted == false)
  }

  @Test func `shows what is to be put in order, as a learner is shown it`() throws {
    var room = try DemoRoom("alert", from: "region")
    var shown = ""
    while !room.isOver, room.session.poll?.question.contains("into its order") != true {
      shown = room.type("")
    }
    let labels = try #require(room.session.poll).choices.map(\.label)
    #expect(labels.count == 6 && labels == labels.sorted())
    #expect(shown.contains("a  a reader who has confirmed gets mail"))
    #expect(shown.contains("Hands for what comes first"))
    #expect(room.type("1 9").contains("10 hands in all"))
    let revealed = room.type("").unwrapped
    let first = "requests of the checkers go unanswered"
    #expect(room.session.poll?.choices.filter { $0.isRight == true }.map(\.label) == [first])
    #expect(revealed.contains("\(first) > the health check turns unhealthy"), "\(revealed)")
  }

  @Test(arguments: ["12 7", "a 3", "5"])
  func `counts no hands where nothing is asked`(line: String) throws {
    var room = try DemoRoom(from: "outage")
    let state = room.state
    #expect(room.type(line).contains("Nothing is asked now"))
    #expect(room.state == state && !room.session.isAway)
  }

  @Test(arguments: ["sites", "outage"]) func `is behind the room in another step`(
    step: String
  ) throws {
    var room = try asked()
    room.type("12 7 3", "goto \(step)")
    #expect(room.session.poll == nil)
    #expect(!room.session.prompt.text.contains("hands? "))
  }

  @Test func `leaves any other line to the language`() throws {
    var room = try asked()
    #expect(room.type("wait 1m").contains("The keyboard is yours"))
    let question = try #require(room.session.poll?.question).filter { $0 != "`" }
    let back = room.type("resume")
    #expect(back.contains("Back in the demo") && back.unwrapped.contains(question), "\(back)")
    #expect(room.session.prompt.text.contains("hands? "))
    #expect(room.type("1 2 3 4 5 6 7 8 9").contains("nothing was counted"))
    let state = room.state
    #expect(room.type("a 2.5").contains("A number of hands is whole"))
    #expect(room.state == state && !room.session.isAway)
    #expect(room.session.prompt.text.contains("hands? "))
  }

  static let lines: [(line: String, hands: Hands?)] = [
    ("12 7 3", .all([12, 7, 3])), ("12", .all([12])), ("0, 0, 4", .all([0, 0, 4])),
    ("a 12", .some([Hands.Count(choice: 0, hands: 12)])),
    ("C=3 a=1", .some([Hands.Count(choice: 2, hands: 3), Hands.Count(choice: 0, hands: 1)])),
    ("a", nil), ("b", nil), ("wait 3", nil), ("3 coffees", nil), ("-", nil), ("wait 2.5", nil),
    ("a 1 b", nil), ("aa 3", nil), ("é 3", nil), ("", nil), ("٣", nil), ("a 2.5 coffees", nil),
  ]

  @Test(arguments: lines.indices) func `is counted from a line`(row: Int) {
    let (line, hands) = Self.lines[row]
    #expect(Hands(line, choices: 3) == hands, "\(line)")
  }

  @Test(
    arguments: [
      "1 2 3 4", "d 1", "10000", "99999999999999999999 1", "-3", "a -3", "-1 2 3 4",
      "-99999999999999999999", "a 2.5", "a 2,5", "B=1/2", "a 1 b .5", "12.5", "12 7.5 3", "a +3",
      "a 3x",
    ]
  )
  func `is not counted where it cannot be`(line: String) {
    guard case .refused(let reason) = Hands(line, choices: 3) else {
      Issue.record("\(line) was counted")
      return
    }
    #expect(reason.contains("nothing was counted"))
  }

  @Test func `has a letter for each of many choices`() {
    #expect(Hands("j 4", choices: 10) == .some([Hands.Count(choice: 9, hands: 4)]))
    let many = Array(repeating: "1", count: 41).joined(separator: " ")
    guard case .refused(let reason) = Hands(many, choices: 40) else {
      Issue.record("hands for what nobody is shown")
      return
    }
    #expect(reason.contains("26 choices, a to z"))
  }

  @Test(arguments: [60, Demo.bigWidth, 80]) func `fits the screen`(width: Int) throws {
    for display in [
      Display(width: width, colour: false), Display(width: width, linear: true),
      Display(width: width, colour: false, unicode: false),
    ] {
      let isBig = width == Demo.bigWidth
      var room = try DemoRoom(from: "outage", big: isBig, display: display)
      while !room.isOver, room.session.attempt.step != "health-check" {
        if room.session.prompt.text.contains("hands? "), room.session.poll?.choices.count ?? 0 > 2 {
          let shown = room.type("12 700 3")
          fits(shown, width)
          for words in ["12 hands", "700 hands", "3 hands", "715 hands in all"] {
            #expect(shown.contains(words), "\(shown)")
          }
        }
        fits(room.type(""), width)
      }
    }
  }

  private func fits(_ text: String, _ width: Int) {
    for line in text.split(separator: "\n") where !line.contains(">") {
      #expect(Styled(String(line)).width <= width, "\(line)")
    }
  }
}

@Suite(.timeLimit(.minutes(1))) struct `A line of the script` {
  @Test func `is typed as long as a person takes, and always the same`() {
    let line = "create health-check Night-Watch --ip-address CafeInstance1"
    let pauses = Typing.pauses(in: line)
    #expect(pauses.count == line.count)
    #expect(pauses == Typing.pauses(in: line))
    #expect((2_500...7_000).contains(pauses.reduce(0, +)))
    #expect(pauses.allSatisfy { (30...500).contains($0) })
    #expect(Typing.pauses(in: "").isEmpty)
    #expect(Typing.reading(String(repeating: "word ", count: 1_000)) == 20_000)
  }
}

@Suite(.timeLimit(.minutes(2))) struct `The demo of each lesson` {
  @Test(arguments: DemoRoom.lessons) func `reads as it did`(id: String) throws {
    var room = try DemoRoom(id)
    var text: [String] = []
    while !room.isOver {
      if let poll = room.session.poll, !poll.isRevealed, !poll.choices.isEmpty, !poll.isCounted {
        let hands = poll.choices.indices.map { String(max(0, 12 - $0 * 3)) }.joined(separator: " ")
        text.append("---- \(hands)\n" + room.type(hands))
      }
      text.append("---- Enter\n" + room.type(""))
    }
    let lines = text.joined(separator: "\n").split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let ends = lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
    try expectGolden("Demos/" + id, ends.joined(separator: "\n"))
  }
}
