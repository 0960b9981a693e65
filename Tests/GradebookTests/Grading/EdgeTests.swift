import CafeWorld
import Foundation
import Gradebook
import Lab
import Support
import Testing

@Suite struct `A learner's program that was changed` {
  private static let edges: [String] = [
    "9223372036854775807", "-9223372036854775808", "-1", "0", "65536", "4294967296",
    "31622400000",
  ]

  /// A move with one of its numbers at an edge; nil: it has none, or is no move any more.
  private func edged(_ move: Move, _ dice: inout Dice) -> Move? {
    let text = Array(TestSitting.canonical(Entry(move)).utf8)
    func isDigit(_ place: Int) -> Bool { (48...57).contains(text[place]) }
    let starts = text.indices.filter { place in
      isDigit(place) && place > 0 && text[place - 1] == UInt8(ascii: ":")
    }
    guard !starts.isEmpty else { return nil }
    let start = dice.one(of: starts)
    let end = text[start...].firstIndex { !(48...57).contains($0) } ?? text.endIndex
    let edge = Array(dice.one(of: Self.edges).utf8)
    let changed = Data(text[..<start] + edge + text[end...])
    return (try? JSONDecoder().decode(Entry.self, from: changed))?.move
  }

  /// Such a program makes its rows as ours does, so what it does is refused, or it is the café's
  /// own matter; whatever it is, the run goes on.
  @Test(arguments: Array(UInt64(1)...16))
  func `May hand in numbers at every edge, and stops nothing`(seed: UInt64) throws {
    let key = try NightShift.key()
    let grader = try Grader(key)
    var sitting = try TestSitting(key)
    try sitting.open("watch")
    var learner = RandomLearner(seed: seed)
    var dice = Dice(seed)
    var edges = 0
    for _ in 0..<25 {
      let move = learner.next(in: sitting.attempt)
      if let other = edged(move, &dice), (try? sitting.move(other, "")) != nil { edges += 1 }
      try? sitting.move(move, "")
    }
    try? sitting.move(.commands([.wait(3 * .day)]), "")
    let marked = grader.marked(try sitting.sealed(), named: "\(edges)")
    if case .refused(let refusal) = marked.verdict {
      // Only what the rules or the limits stop; all else was done by the same engine.
      switch refusal {
      case .notAllowed, .tooCostly: break
      default: #expect(Bool(false), "\(refusal)")
      }
    }
  }
}
