import Gradebook
import Lab
import OrderedCollections
import Testing

@Suite struct `Rules of a sitting` {
  @Test(arguments: [(1, 10), (2, 6), (3, 2), (4, 0), (0, 0)])
  func `A try is worth what the rules say, in whole units`(number: Int, units: Int) {
    let rules = Rules(
      mode: .graded,
      allowances: [:],
      feedback: .none,
      tries: [5, 3, 1],
      minutes: nil,
      isSilent: true,
      isSupervised: false,
      pass: nil
    )
    #expect(rules.units(points: 2, atTry: number) == units)
  }

  /// Also what a corrected key takes away.
  @Test(arguments: [(15, 5, "3"), (18, 5, "3.6"), (1, 3, "0.33"), (-2, 5, "-0.4"), (-5, 5, "-1")])
  func `Units are points with two decimals at most`(units: Int, unit: Int, text: String) {
    #expect(Rules.points(units, unit: unit) == text)
  }
}
