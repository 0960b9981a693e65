import Crypto
import Foundation
import Gradebook
import Lab
import Support
import Testing

@Suite struct `A submission as a file` {
  private let key: KeyPack
  private let grader: Grader
  private var sitting: TestSitting

  init() throws {
    key = try NightShift.key()
    grader = try Grader(key)
    sitting = try TestSitting(key)
    try sitting.solve()
  }

  @Test(arguments: Array(UInt64(1)...40))
  func `One that was cut short or changed anywhere is refused, and never graded otherwise`(
    seed: UInt64
  ) throws {
    let whole = try sitting.sealed()
    let honest = grader.grades(whole).grades[0]
    var dice = Dice(seed)
    var refused = 0
    for round in 0..<20 {
      var bytes = whole
      switch round % 4 {
      case 0: bytes.removeLast(1 + dice.place(bytes.count - 1))
      case 1: bytes[dice.place(bytes.count)] ^= 1 << UInt8(dice.place(8))
      case 2: bytes.insert(UInt8(dice.place(256)), at: dice.place(bytes.count))
      default: bytes.swapAt(dice.place(bytes.count), dice.place(bytes.count))
      }
      let marked = grader.marked(bytes, named: "x")
      if marked.verdict == .graded {
        // A blank in the clear line, or two equal bytes swapped.
        #expect(marked.items == honest.items)
      } else {
        refused += 1
      }
    }
    #expect(refused >= 10)
  }

  /// Whoever has the pack can seal anything, so what is inside may be anything too.
  @Test(arguments: Array(UInt64(1)...60))
  func `What is inside may be anything, and stops nothing`(seed: UInt64) throws {
    var dice = Dice(seed)
    let submission = sitting.submission()
    for round in 0..<10 {
      let bytes = try TestSitting.seal(submission, for: key) { plain in
        var plain = plain
        switch round % 3 {
        case 0: plain[dice.place(plain.count)] = UInt8(dice.place(256))
        case 1: plain.removeSubrange(dice.place(plain.count)...)
        default: plain.swapAt(dice.place(plain.count), dice.place(plain.count))
        }
        return plain
      }
      _ = grader.verdict(on: bytes)
    }
  }

  /// Digits and letters of the moves changed, in a chain made anew and signed again.
  @Test(arguments: Array(UInt64(1)...60))
  func `Moves that were changed in a chain made anew stop nothing`(seed: UInt64) throws {
    var dice = Dice(seed)
    var refused = 0
    for _ in 0..<10 {
      var rows = sitting.rows
      let place = dice.place(rows.count)
      var canonical = Array(rows[place].canonical.utf8)
      for _ in 0...dice.place(3) {
        let byte = dice.place(canonical.count)
        canonical[byte] = [UInt8](Array("0123456789-aeT\":{}[],".utf8))[dice.place(21)]
      }
      rows[place] = rows[place].changed(canonical: String(decoding: canonical, as: UTF8.self))
      let verdict = grader.verdict(on: try sitting.sealed(rows: rows.rechained))
      if verdict != .graded { refused += 1 }
    }
    #expect(refused > 0)
  }

  @Test(
    arguments: [
      "", "dig www", "say \"hi\" \\ there", "tab\there\u{1}", "Grüße ☕️", "\u{2028}\u{7F}", "a/b",
      "\\\"",
    ]
  )
  func `A row comes back from its file, whatever was typed`(typed: String) throws {
    let row = sitting.rows[1]
    for wallTime in [0, -1, Int64.max, Int64.min, 1_800_000_000_000] {
      let changed = row.changed(wallTime: wallTime, typed: typed)
      let file = sitting.submission(rows: [sitting.rows[0], changed].rechained).attempt
      #expect(try AttemptFile(decoding: file.encoded()) == file)
    }
  }

  @Test func `What is no submission is refused for what it is`() throws {
    let limit = SubmissionFile.Limit.bytes
    let large = [UInt8](repeating: 0, count: limit + 1)
    #expect(grader.verdict(on: []) == .refused(.notASubmission))
    #expect(grader.verdict(on: [0, 159, 146, 150, 10, 255]) == .refused(.notASubmission))
    #expect(
      grader.verdict(on: large) == .refused(.tooLarge(bytes: limit + 1, limit: limit))
    )
    #expect(
      grader.verdict(on: Array("{\"format\":2}\n".utf8))
        == .refused(.newerFormat(found: 2, known: 1))
    )
    let deep = String(repeating: "[", count: 4_000) + "\n"
    #expect(grader.verdict(on: Array(deep.utf8)) == .refused(.notASubmission))
  }

  @Test func `Rows without end are refused before they are read`() throws {
    let submission = sitting.submission()
    let bytes = try TestSitting.seal(submission, for: key) { plain in
      plain + [UInt8](repeating: UInt8(ascii: "\n"), count: 1_000_000)
    }
    // What is signed was changed as well.
    #expect(grader.verdict(on: bytes) == .refused(.badSignature))
    let row = sitting.rows[5]
    let many = Submission(
      quiz: submission.quiz,
      pack: submission.pack,
      code: submission.code,
      attempt: AttemptFile(
        origin: submission.attempt.origin,
        rows: Array(repeating: row, count: 4_000)
      )
    )
    #expect(
      grader.verdict(on: try TestSitting.seal(many, for: key))
        == .refused(.tooManyRows(limit: SubmissionFile.Limit.rows))
    )
  }

  @Test func `One that is signed by nobody, or for another journal, is refused`() throws {
    let submission = sitting.submission()
    let other = sitting.submission(rows: Array(sitting.rows.dropLast()))
    let signer = Curve25519.Signing.PrivateKey()
    let signature = try signer.signature(for: other.signingBytes)
    let bytes = try TestSitting.seal(submission, for: key) { _ in
      submission.payload(
        installation: [UInt8](signer.publicKey.rawRepresentation),
        signature: [UInt8](signature)
      )
    }
    #expect(grader.verdict(on: bytes) == .refused(.badSignature))
  }

  @Test func `One that was signed again by another installation is the same sitting`() throws {
    let submission = sitting.submission()
    let bytes = try TestSitting.seal(submission, for: key, installation: 77)
    #expect(grader.verdict(on: bytes) == .graded)
  }

  @Test func `One that was sealed for another key cannot be opened`() throws {
    let other = try NightShift.key(secret: 90)
    let stranger = KeyPack(
      learnerPack: LearnerPack(
        quiz: key.quiz,
        signingKey: key.learnerPack.signingKey,
        sealingKey: other.learnerPack.sealingKey,
        papers: [],
        starts: [],
        tags: [],
        made: 0
      ),
      secret: key.secret,
      signingKey: key.signingKey,
      sealingKey: other.sealingKey,
      files: [],
      learners: []
    )
    let bytes = try TestSitting.seal(sitting.submission(), for: stranger)
    #expect(grader.verdict(on: bytes) == .refused(.cannotBeOpened))
  }

  @Test func `Reordered rows break the chain`() throws {
    var rows = sitting.rows
    rows.swapAt(4, 5)
    #expect(grader.verdict(on: try sitting.sealed(rows: rows)) == .refused(.chainBroken(row: 4)))
  }

  @Test func `One bad submission never stops the others, in whatever order they come`() throws {
    let good = try sitting.sealed()
    let bad = Array(good.dropLast(30))
    let one = grader.marked(good, named: "good")
    let other = grader.marked(bad, named: "bad")
    let grades = grader.classGrades(of: [one, other])
    #expect(grades == grader.classGrades(of: [other, one]))
    #expect(grades.grades[0].earned == 35)
    #expect(grades.grades.last?.verdict == .refused(.cannotBeOpened))
  }
}

@Suite struct `Several submissions of one learner` {
  /// Which are in the inbox, and which counts: `old` and `new` are of one sitting, `fork` goes on
  /// from `old` as well, and `other` is of another sitting, which ended between the two.
  private static let inboxes: [(names: [String], counts: String)] = [
    (["old", "new"], "new"), (["new", "other"], "other"), (["old", "other"], "old"),
    (["old", "new", "other"], "other"), (["old", "new", "fork"], "new"),
    (["old", "new", "fork", "other"], "other"), (["new", "copy"], "copy"),
  ]

  @Test(arguments: 0..<7)
  func `Are one whatever else is there, and in whatever order they come`(place: Int) throws {
    let (names, wanted) = Self.inboxes[place]
    let key = try NightShift.key()
    let grader = try Grader(key)
    var sitting = try TestSitting(key)
    try sitting.open("watch")
    let old = try sitting.sealed()
    var fork = sitting
    try sitting.type("wait 1m")
    let new = try sitting.sealed()
    fork.pause(60_000)
    try fork.type("wait 2m")
    var other = try TestSitting(key)
    other.pace = 1_000
    other.pause(30_000)
    try other.open("watch")
    let files = [
      "old": old, "new": new, "copy": new, "fork": try fork.sealed(), "other": try other.sealed(),
    ]
    let marked = try names.map { grader.marked(try #require(files[$0]), named: $0) }
    #expect(marked.allSatisfy { $0.verdict == .graded })
    for shift in marked.indices {
      let turned = Array(marked[shift...] + marked[..<shift])
      for order in [turned, turned.reversed()] {
        let grade = grader.classGrades(of: order).grades[0]
        #expect(grade.submission == wanted)
        let others = grade.facts.filter {
          switch $0 {
          case .anotherSubmission, .anotherSitting: true
          default: false
          }
        }
        #expect(others.count == names.count - 1)
        // What counts holds all of these, and nothing is said of another sitting.
        let held = wanted == "new" ? ["old"] : wanted == "copy" ? ["new"] : []
        for name in names where name != wanted {
          let isHeld = held.contains(name)
          #expect(others.contains(isHeld ? .anotherSubmission(name) : .anotherSitting(name)))
        }
      }
    }
  }
}

@Suite struct `A checkpoint` {
  @Test func `Is read as people write it`() throws {
    let checkpoint = Checkpoint(head: String(repeating: "a", count: 64))
    #expect(checkpoint.description.count == 11)
    let written = checkpoint.description.lowercased().replacing("-", with: " ")
      .replacing("0", with: "o").replacing("1", with: "l")
    #expect(Checkpoint(written: written) == checkpoint)
    #expect(Checkpoint(written: "7K3QM-0X9T") == nil)
    #expect(Checkpoint(written: "7K3QM-0X9T!") == nil)
    #expect(Checkpoint(head: "b") != checkpoint)
  }
}

@Suite struct `A result file` {
  private func result() throws -> (ResultFile, KeyPack, [UInt8]) {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.solve()
    let grades = try Grader(key).grades(try sitting.sealed())
    let result = ResultFile(
      of: grades.grades[0],
      in: key.quiz,
      pack: key.learnerPack.hash,
      checkpoint: Checkpoint(head: sitting.rows[5].hash)
    )
    let signer = try Curve25519.Signing.PrivateKey(rawRepresentation: key.signingKey)
    let bytes = result.encoded(
      key: signer.publicKey.rawRepresentation,
      signature: try signer.signature(for: result.signingBytes)
    )
    return (result, key, bytes)
  }

  @Test func `Comes back as it was signed`() throws {
    let (result, key, bytes) = try result()
    #expect(try ResultFile(decoding: bytes, key: key.learnerPack.signingKey) == result)
    #expect((result.earned, result.possible) == (35, 35))
  }

  @Test(arguments: [false, true])
  func `Says which lines the letters of an order stood for`(isRight: Bool) throws {
    let steps = ["A server stops", "Its check turns red", "Customers are led elsewhere"]
    let quiz = "```quiz story\nask:    What happens when?\norder:\n  "
    let key = try NightShift.key(
      lesson: NightShift.lesson + "\n\n" + quiz + steps.joined(separator: "\n  ") + "\n```\n"
    )
    var sitting = try TestSitting(key)
    try sitting.open("ask")
    let story = try #require(sitting.dealt.lesson.steps[1][quiz: "story"])
    let shown = story.shown(Evaluator(Situation(sitting.attempt)))
    let wanted = isRight ? steps : steps.reversed()
    let letters = try wanted.map { ["a", "b", "c"][try #require(shown.firstIndex(of: $0))] }
    try sitting.respond("story", letters.joined(separator: " "))
    let grades = try Grader(key).grades(try sitting.sealed())
    let result = ResultFile(
      of: grades.grades[0],
      in: key.quiz,
      pack: key.learnerPack.hash,
      checkpoint: nil
    )
    let question = try #require(result.items[1].questions.first { $0.name == "story" })
    #expect(question.responses.map(\.isRight) == [isRight])
    #expect(question.responses.map(\.meaning) == [wanted.joined(separator: " > ")])
  }

  @Test func `Names each deduction with its price`() throws {
    let key = try NightShift.key()
    var sitting = try TestSitting(key)
    try sitting.open("watch")
    for count in 1...2 {
      try sitting.move(.hinted(step: TestSitting.item("watch"), count: count), "hint")
    }
    try sitting.type(sitting.dealt.lesson.steps[0].solution[0].text)
    try sitting.open("ask")
    for text in ["15", "16"] { try sitting.respond("count", text) }
    let grades = try Grader(key).grades(try sitting.sealed())
    let result = ResultFile(
      of: grades.grades[0],
      in: key.quiz,
      pack: key.learnerPack.hash,
      checkpoint: nil
    )
    let sentence = "Help took off 3 points: hint 1 (1), hint 2 (2)."
    #expect(result.items[0].priceSentence(unit: result.unit) == sentence)
    let count = try #require(result.items[1].questions.first { $0.name == "count" })
    #expect(count.triesSentence(unit: result.unit) == "Needing 2 responses took off 0.4 points.")
    #expect(result.items[0].questions.allSatisfy { $0.triesSentence(unit: result.unit) == nil })
    #expect(result.items[1].priceSentence(unit: result.unit) == nil)
  }

  @Test(arguments: [
    ("\"unit\":[0-9]+", "\"unit\":0"), ("\"price\":[0-9]+", "\"price\":\(Int.max)"),
    ("\"earned\":[0-9]+", "\"earned\":\(Int.min)"),
  ])
  func `That nobody can count is none, whoever signed it`(old: String, new: String) throws {
    let (_, _, bytes) = try result()
    let body = try #require(String(decoding: bytes, as: UTF8.self).split(separator: "\n").last)
    let text = String(body).replacing(try Regex(old), with: new)
    let forged = try JSONDecoder().decode(ResultFile.self, from: Data(text.utf8))
    let signer = Curve25519.Signing.PrivateKey()
    let file = forged.encoded(
      key: signer.publicKey.rawRepresentation,
      signature: try signer.signature(for: forged.signingBytes)
    )
    #expect(throws: ResultFileError.notAResult) { try ResultFile(decoding: file, key: nil) }
  }

  @Test func `That was changed is not believed`() throws {
    let (_, key, bytes) = try result()
    let text = String(decoding: bytes, as: UTF8.self)
    let forged = Array(text.replacing("\"earned\":5", with: "\"earned\":9").utf8)
    #expect(throws: ResultFileError.badSignature) {
      try ResultFile(decoding: forged, key: key.learnerPack.signingKey)
    }
    #expect(throws: ResultFileError.anotherKey) {
      try ResultFile(decoding: bytes, key: [UInt8](repeating: 1, count: 32))
    }
    #expect(throws: ResultFileError.notAResult) {
      try ResultFile(decoding: Array("x\n".utf8), key: nil)
    }
  }
}

extension Dice {
  /// A place from 0 up to, not including, `count`.
  fileprivate mutating func place(_ count: Int) -> Int { Int(below(Int64(count))) }
}
