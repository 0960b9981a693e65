import Foundation
import Gradebook
import Lab
import OrderedCollections
import Support
import Testing

/// Two hundred learners whose abilities and misconceptions are known, since the test made them up:
/// each sits the quiz, hands a sealed journal in, and is graded by its replay.
@Suite struct `A class with planted abilities` {
  private static let questions = (1...20).map { "q\($0)" }
  /// Those that the misled get wrong in one way, whatever they know.
  private static let traps = questions.prefix(3)

  /// A task, and two steps of ten questions each, the later ones harder.
  private static let lesson =
    NightShift.lesson.components(separatedBy: "## Two questions")[0]
    .replacing("```vars\nserver = CafeInstance1 | CafeInstance2\n```\n\n", with: "")
    .replacing("${server}", with: "CafeInstance1")
    + ["first", "second"].enumerated().map { place, step in
      "## The \(step) ten {#\(step)}\n\n"
        + questions[(place * 10)..<(place * 10 + 10)].map { name in
          """
          ```quiz \(name)
          ask:    Question \(name): traffic goes to the standby only while the main site is down. \
          Which routing policy?
          type:
          right:  failover | failover routing
            why:  Failover routing is active and passive.
          wrong weighted: weighted | weighted routing
            say:  Weighted shares traffic all the time.
          ```
          """ + "\n\n"
        }.joined()
    }.joined()

  private struct Planted {
    let grades: ClassGrades
    let abilities: [Int]
    /// How many have each misconception, by question.
    let misled: [String: Int]
    /// How many have a check that is too slow.
    let tooSlow: Int
  }

  /// Makes up a class and grades it.
  ///
  /// Ability and difficulty are from 0 to 99; the better somebody is and the easier a question, the
  /// more likely it is that a try comes out right. Two in five of the weaker half hold one wrong
  /// idea.
  private static func plant(seed: UInt64) throws -> Planted {
    var dice = Dice(seed)
    let learners = (0..<200).map { SampleClass.learner("l\($0)", "Learner \($0)") }
    let key = try NightShift.key(
      lesson: lesson,
      steps: ["watch", "first", "second"],
      learners: learners
    )
    let grader = try Grader(key)
    var abilities: [Int] = []
    var misled: [String: Int] = [:]
    var tooSlow = 0
    let submissions = try learners.map { learner in
      let ability = Int(dice.below(100))
      abilities.append(ability)
      var sitting = try TestSitting(key, learner)
      try sitting.open("watch")
      let isQuick = Int(dice.below(100)) < min(98, max(2, ability))
      if isQuick || dice.below(2) == 0 {
        tooSlow += isQuick ? 0 : 1
        try sitting.watch(every: isQuick ? 10 : 30, threshold: isQuick ? 2 : 3)
      }
      let isMisled = ability < 50 && dice.below(5) < 2
      for (place, question) in questions.enumerated() {
        if place % 10 == 0 { try sitting.open(place == 0 ? "first" : "second") }
        let chance = min(98, max(2, ability + 20 - place * 4))
        if isMisled, traps.contains(question) {
          misled[question, default: 0] += 1
          try sitting.respond(question, "weighted routing")
        }
        for tried in 0..<(isMisled && traps.contains(question) ? 2 : 3) {
          let isRight = Int(dice.below(100)) < chance
          try sitting.respond(question, isRight ? "failover" : "it waits \(tried)")
          if isRight { break }
        }
      }
      return grader.marked(try sitting.sealed(), named: learner.id)
    }
    return Planted(
      grades: grader.classGrades(of: submissions),
      abilities: abilities,
      misled: misled,
      tooSlow: tooSlow
    )
  }

  private static let sample = Result { try plant(seed: 1) }
  private static let files = Result { try SampleClass.files(of: try sample.get().grades) }

  @Test func `comes out in the order of the abilities`() throws {
    let planted = try Self.sample.get()
    let grades = planted.grades.grades
    #expect(grades.map(\.verdict) == Array(repeating: .graded, count: 200))
    let correlation = Self.rankCorrelation(planted.abilities, grades.map(\.earned))
    #expect(correlation >= 0.9, "\(correlation)")
  }

  @Test func `has its misconceptions named, with how many hold them`() throws {
    let planted = try Self.sample.get()
    let page = try #require(try Self.files.get()["report.html"])
    for question in Self.traps {
      let count = try #require(planted.misled[question])
      #expect(count > 20)
      #expect(
        page.contains(
          "<td>question \(question)</td><td>weighted</td><td class=\"n\">\(count)</td>"
        )
      )
    }
    #expect(planted.tooSlow > 20)
    #expect(
      page.contains("<td>the task</td><td>too-slow</td><td class=\"n\">\(planted.tooSlow)</td>")
    )
  }

  @Test func `has items that tell the better from the weaker, the later ones harder`() throws {
    let page = try #require(try Self.files.get()["report.html"])
    let row = #/<td class="n">200</td><td class="n">(\d+) %</td><td class="n">(-?\d\.\d\d)</td>/#
    let rows = page.matches(of: row)
    #expect(rows.count == 3)
    let difficulties = rows.compactMap { Int($0.output.1) }
    #expect(difficulties[1] > difficulties[2] + 20)
    for row in rows { #expect(try #require(Double(row.output.2)) > 0.3) }
  }

  @Test func `is a row each in the gradebook, and two files each for the learners`() throws {
    let files = try Self.files.get()
    let table = try #require(files["gradebook.csv"])
    #expect(table.split(whereSeparator: \.isNewline).count == 201)
    #expect(files.count == 5 + 400)
  }

  /// Spearman's, with the mean rank for equals.
  private static func rankCorrelation(_ left: [Int], _ right: [Int]) -> Double {
    let (x, y) = (ranks(left), ranks(right))
    let mean = Double(x.count + 1) / 2
    func sum(_ one: [Double], _ other: [Double]) -> Double {
      zip(one, other).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
    }
    return sum(x, y) / (sum(x, x) * sum(y, y)).squareRoot()
  }

  private static func ranks(_ values: [Int]) -> [Double] {
    values.map { value in
      let below = values.count { $0 < value }
      let equal = values.count { $0 == value }
      return Double(below) + Double(equal + 1) / 2
    }
  }
}

extension TestSitting {
  /// Creates the check of the task.
  fileprivate mutating func watch(every seconds: Int, threshold: Int) throws {
    try type(
      "create health-check Night --ip-address CafeInstance1 --resource-path /cafe "
        + "--request-interval \(seconds) --failure-threshold \(threshold)"
    )
  }
}
