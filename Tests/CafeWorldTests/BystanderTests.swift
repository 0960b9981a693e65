@testable import CafeWorld
import Testing

/// What tests look ahead in, where nobody asks of customers or busy resolvers.
struct `A world without bystanders` {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `goes the same way in all else`(seed: UInt64) throws {
    var day = try OrderDay(seed: seed)
    for _ in 1...10 {
      try day.live()
      var (whole, spared) = (day.world, day.world.withoutBystanders)
      let end = whole.now + 10 * .minute
      let happened = whole.unfold(until: end).filter { !$0.fact.isOfBystanders }
      let told = spared.unfold(until: end).filter { !$0.fact.isOfBystanders }
      #expect(happened.map(\.fact) == told.map(\.fact))
      #expect(happened.map(\.at) == told.map(\.at))
      let question = whole.customers.question
      #expect(whole.authoritativeAnswer(question) == spared.authoritativeAnswer(question))
      #expect(spared.customers.placed == day.world.customers.placed)
    }
  }
}

extension Fact {
  fileprivate var isOfBystanders: Bool {
    switch self {
    case .cacheRefilled, .timePassed: true
    default: false
    }
  }
}
