import Gradebook
import Lab
import OrderedCollections
import Support
import Testing

/// Two hundred learners whose abilities and misconceptions are known, since the test made them up.
@Suite struct `A class with planted abilities` {
  private static let steps = (1...12).map { "step-\($0)" }

  private struct Planted {
    let grades: ClassGrades
    let abilities: [Int]
    /// How many have each misconception in each step.
    let misconceptions: OrderedDictionary<String, Int>
  }

  /// Makes up a class.
  ///
  /// Ability and difficulty are from 0 to 99; the better somebody is and the easier a step, the
  /// more likely it is that it comes out right. Two in five of the weaker half hold one wrong idea.
  private static func plant(seed: UInt64) -> Planted {
    var dice = Dice(seed)
    var abilities: [Int] = []
    var counts: OrderedDictionary<String, Int> = [:]
    let grades = (0..<200).map { number in
      let ability = Int(dice.below(100))
      abilities.append(ability)
      let isMisled = ability < 50 && dice.below(5) < 2
      let items = steps.enumerated().map { place, step in
        let chance = min(98, max(2, ability + 25 - place * 4))
        let isRight = Int(dice.below(100)) < chance
        let isMet = Int(dice.below(100)) < chance
        let wrong = isMisled && place < 3 ? "counts-ttl" : nil
        let mistake = isMet || dice.below(2) == 0 ? nil : "too-slow"
        let responses: [(text: String, isRight: Bool, idea: String?)] =
          isRight && wrong == nil
          ? [("failover", true, "failover")]
          : [("it waits", false, wrong), ("still \(number)", isRight, isRight ? "failover" : nil)]
        if responses.contains(where: { $0.idea == "counts-ttl" }) {
          counts["question \(step)-why/counts-ttl", default: 0] += 1
        }
        if mistake != nil { counts["the task/too-slow/\(step)", default: 0] += 1 }
        return SampleClass.item(
          step,
          met: isMet,
          responses: responses,
          mistake: mistake,
          hints: isMet ? 0 : 1,
          seconds: Int64(60 + 100 - ability)
        )
      }
      return SampleClass.graded(SampleClass.learner("l\(number)", "Learner \(number)"), items)
    }
    return Planted(
      grades: ClassGrades(quiz: SampleClass.quiz(steps), grades: grades),
      abilities: abilities,
      misconceptions: counts
    )
  }

  private static let sample = plant(seed: 1)
  private static let files = try? SampleClass.files(of: sample.grades)

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `comes out in the order of the abilities`(seed: UInt64) {
    let planted = Self.plant(seed: seed)
    let correlation = Self.rankCorrelation(planted.abilities, planted.grades.grades.map(\.earned))
    #expect(correlation >= 0.9, "\(correlation)")
  }

  @Test func `has its misconceptions named, with how many hold them`() throws {
    let planted = Self.sample
    let page = try #require(Self.files?["report.html"])
    for step in Self.steps.prefix(3) {
      let count = try #require(planted.misconceptions["question \(step)-why/counts-ttl"])
      #expect(count > 20)
      #expect(
        page.contains(
          "<td>question \(step)-why</td><td>counts-ttl</td><td class=\"n\">\(count)</td>"
        )
      )
    }
    let mistakes = try #require(planted.misconceptions["the task/too-slow/step-12"])
    #expect(
      page.contains(
        "Step step-12</th><td>the task</td><td>too-slow</td><td class=\"n\">\(mistakes)</td>"
      )
    )
  }

  @Test func `has items that tell the better from the weaker, the later ones harder`() throws {
    let page = try #require(Self.files?["report.html"])
    let row = #/<td class="n">200</td><td class="n">(\d+) %</td><td class="n">(-?\d\.\d\d)</td>/#
    let rows = page.matches(of: row)
    #expect(rows.count == 12)
    let difficulties = rows.compactMap { Int($0.output.1) }
    #expect(try #require(difficulties.first) > (try #require(difficulties.last)) + 20)
    for row in rows { #expect(try #require(Double(row.output.2)) > 0.3) }
  }

  @Test func `is a row each in the gradebook, and two files each for the learners`() throws {
    let files = try #require(Self.files)
    let table = try #require(files["gradebook.csv"])
    #expect(table.split(whereSeparator: \.isNewline).count == 201)
    #expect(files.count == 5 + 400)
    #expect(try SampleClass.files(of: Self.plant(seed: 1).grades) == files)
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
