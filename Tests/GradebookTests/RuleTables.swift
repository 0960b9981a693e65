import Gradebook
import Lab
import OrderedCollections
import Testing

@Suite(.timeLimit(.minutes(1))) struct `The rules of each mode` {
  struct Row: Sendable {
    let mode: Mode
    let verb: RuledVerb
    let allowance: Allowance
  }

  static let rows: [Row] = [
    Row(mode: .practice, verb: .hint, allowance: .allowed),
    Row(mode: .practice, verb: .showMe, allowance: .allowed),
    Row(mode: .practice, verb: .skip, allowance: .allowed),
    Row(mode: .practice, verb: .undo, allowance: .allowed),
    Row(mode: .practice, verb: .whatIf, allowance: .allowed),
    Row(mode: .practice, verb: .explain, allowance: .allowed),
    Row(mode: .class, verb: .hint, allowance: .priced(1)),
    Row(mode: .class, verb: .showMe, allowance: .allowed),
    Row(mode: .class, verb: .skip, allowance: .allowed),
    Row(mode: .class, verb: .undo, allowance: .allowed),
    Row(mode: .class, verb: .whatIf, allowance: .allowed),
    Row(mode: .class, verb: .explain, allowance: .allowed),
    Row(mode: .graded, verb: .hint, allowance: .priced(1)),
    Row(mode: .graded, verb: .showMe, allowance: .off),
    Row(mode: .graded, verb: .skip, allowance: .off),
    Row(mode: .graded, verb: .undo, allowance: .allowed),
    Row(mode: .graded, verb: .whatIf, allowance: .allowed),
    Row(mode: .graded, verb: .explain, allowance: .allowed),
  ]

  @Test(arguments: rows)
  func `allow, price or turn off every verb`(row: Row) {
    #expect(Rules(row.mode)[row.verb] == row.allowance)
  }

  @Test func `name every verb of every mode`() {
    #expect(Self.rows.count == Mode.allCases.count * RuledVerb.allCases.count)
  }

  @Test(arguments: [
    (Mode.practice, Feedback.atOnce, false), (.class, .atOnce, false), (.graded, .none, true),
  ])
  func `say what is heard before the end`(mode: Mode, feedback: Feedback, silent: Bool) {
    let rules = Rules(mode)
    #expect(rules.feedback == feedback && rules.isSilent == silent)
    #expect(rules.withoutKey[.showMe] == .off && rules.withoutKey[.skip] == .off)
    #expect(rules.withoutKey.feedback != .atOnce)
  }

  @Test func `are changed by a lesson, and by a quiz after it`() throws {
    let (lesson, _) = FrontMatter.Grade.reading(Array("tries: 5-3-1\nundo: 2 points\n".utf8))
    let (quiz, _) = FrontMatter.Grade.reading(Array("undo: off\nminutes: 20\nsilent: no\n".utf8))
    let rules = Rules(.graded).changed(by: try #require(lesson)).changed(by: try #require(quiz))
    #expect(rules.tries == [5, 3, 1] && rules.unit == 5)
    #expect(rules[.undo] == .off)
    #expect(rules.minutes == 20 && !rules.isSilent)
  }

  @Test(arguments: [
    (3, 1, "3"), (18, 5, "3.6"), (1, 3, "0.33"), (2, 3, "0.67"), (0, 5, "0"), (5, 5, "1"),
  ])
  func `show units as points`(units: Int, unit: Int, text: String) {
    #expect(Rules.points(units, unit: unit) == text)
  }

  @Test func `are told in words before the start`() throws {
    let (grade, _) = FrontMatter.Grade.reading(
      Array("tries: 5-3-1\nminutes: 45\nundo: 1 point\npass: 60\nwhat-if: off\n".utf8)
    )
    let rules = Rules(.graded).changed(by: try #require(grade)).withoutKey
    let text = rules.sentences(hasKey: false).joined(separator: "\n")
    for part in [
      "45 minutes", "`show me`", "`skip`", "`what-if`", "Each `undo` takes 1 point off",
      "5/5, 3/5, 1/5", "no key", "60 %", "`submit`", "on record", "Predictions give no points",
      "takes 2998 lines", "100000 events",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(Rules(.practice).sentences(hasKey: true).count == 1)
  }

  @Test(arguments: [(Feedback.none, false), (.which, true), (.atOnce, true)])
  func `say without a key that a prediction is judged at once`(feedback: Feedback, isHeard: Bool) {
    var rules = Rules(.graded)
    rules.feedback = feedback
    let sentence = "Of a prediction you hear whether it is right, and no more."
    #expect(!rules.withoutKey.sentences(hasKey: false).joined().contains(sentence))
    rules.isSupervised = true
    let text = rules.withoutKey.sentences(hasKey: false).joined()
    #expect(text.contains(sentence) == isHeard)
    #expect(text.contains("this pack has no key"))
  }

  @Test(arguments: [(Feedback.none, false), (.none, true), (.atOnce, true), (.which, false)])
  func `say when a sitting that holds something back is closed`(
    feedback: Feedback,
    silent: Bool
  ) {
    var rules = Rules(.class)
    (rules.feedback, rules.isSilent) = (feedback, silent)
    let text = rules.sentences(hasKey: true).joined(separator: "\n")
    #expect(text.contains("`next` in the last step closes the sitting") == rules.holdsBack)
    #expect(rules.holdsBack == (feedback != .which))
    #expect(!rules.sentences(hasKey: false).joined().contains("closes the sitting"))
    #expect(rules.now(Record()) == rules)
  }

  @Test func `say that a solution that is played gives nothing`() {
    let text = Rules(.class).sentences(hasKey: true).joined(separator: "\n")
    #expect(text.contains("An item that was shown or skipped gives no points for its task."))
    #expect(!text.contains("`show me`") && !text.contains("`skip`"))
    #expect(text.contains("`repair` says what would solve it, so it counts as showing."))
    #expect(!Rules(.graded).sentences(hasKey: true).joined().contains("`repair`"))
    var priced = Rules(.class)
    priced.allowances[.showMe] = .priced(2)
    priced.allowances[.skip] = .off
    let words = priced.sentences(hasKey: true).joined(separator: "\n")
    #expect(words.contains("that was shown gives no points for its task; `show me` takes 2 points"))
  }

  @Test(arguments: [
    (Feedback.atOnce, "each `why` or `cause`."), (.which, "each `why` of a moment."),
    (.none, "each `why` of a moment."),
  ])
  func `sell no reasons that are not told`(feedback: Feedback, words: String) {
    var rules = Rules(.class)
    rules.allowances[.explain] = .priced(1)
    rules.feedback = feedback
    #expect(rules.sentences(hasKey: true).joined(separator: "\n").contains(words))
  }

  @Test func `promise nothing of a practice pack that does not hold`() {
    var rules = Rules(.practice).withoutKey
    rules.allowances[.explain] = .priced(1)
    rules.pass = 60
    let text = rules.sentences(hasKey: false).joined(separator: "\n")
    #expect(!text.contains("nothing costs anything"))
    for part in [
      "Off: `show me`, `skip` in a task.", "takes 1 point off its item, and so does each `why`",
      "any number of responses", "A task counts as you leave it", "on record", "60 %", "`submit`",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `tick only what is listed where nothing is heard before the end`() throws {
    let lesson = try SampleQuiz.lesson("cafe-quiz")
    var rules = Rules(.class)
    #expect(rules.shows("quick", in: "notice", of: lesson) && rules.tellsPoints)
    rules.feedback = .none
    #expect(!rules.shows("quick", in: "notice", of: lesson) && !rules.tellsPoints)
    #expect(rules.shows("exists", in: "notice", of: lesson))
    rules.shown = ShownConditions.none
    #expect(!rules.shows("exists", in: "notice", of: lesson))
  }
}

@Suite(.timeLimit(.minutes(1))) struct `A file of rules` {
  @Test(arguments: [
    ("tries: 3", [1, 1, 1]), ("tries: 5-3-1", [5, 3, 1]), ("tries: 2-2", [2, 2]),
    ("tries: 1", [1]),
  ])
  func `counts tries, or gives what each is worth`(text: String, tries: [Int]) {
    #expect(FrontMatter.Grade.reading(Array(text.utf8)).grade?.tries == tries)
  }

  struct Bad: Sendable {
    let text: String
    let line: Int
    let column: Int
    let code: String
    var fix: String?
  }

  static let bad: [Bad] = [
    Bad(text: "tries: 1-3", line: 1, column: 8, code: "L016"),
    Bad(text: "tries: 0", line: 1, column: 8, code: "L016"),
    Bad(text: "tries: 3-", line: 1, column: 8, code: "L016"),
    Bad(text: "pass: 60\nundo: maybe", line: 2, column: 7, code: "L016"),
    Bad(text: "undo: 0 points", line: 1, column: 7, code: "L016"),
    Bad(text: "feedback: later", line: 1, column: 11, code: "L016"),
    Bad(text: "silent: maybe", line: 1, column: 9, code: "L016"),
    Bad(text: "shown: A,B", line: 1, column: 8, code: "L016"),
    Bad(text: "start: end", line: 1, column: 8, code: "L016"),
    Bad(text: "draw: 3 of a, b", line: 1, column: 7, code: "L016"),
    Bad(text: "draw: 1 of a, b; 1 of b, c", line: 1, column: 7, code: "L016"),
    Bad(text: "undoo: off", line: 1, column: 1, code: "L012", fix: "Did you mean `undo`?"),
    Bad(text: "show-mee: off", line: 1, column: 1, code: "L012", fix: "Did you mean `show-me`?"),
    Bad(text: "- a\n- b", line: 1, column: 1, code: "L015"),
    Bad(text: "tries: [1, 2]", line: 1, column: 1, code: "L015"),
  ]

  @Test(arguments: bad)
  func `says where it is wrong`(bad: Bad) {
    let (grade, found) = FrontMatter.Grade.reading(Array(bad.text.utf8))
    #expect(grade == nil)
    #expect(found.map(\.code) == [bad.code])
    #expect(found.first?.line == bad.line && found.first?.column == bad.column)
    if let fix = bad.fix { #expect(found.first?.fix == fix) }
  }
}
