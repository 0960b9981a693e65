@testable import CafeWorld
import Support
import Testing

struct `A stretch of orders` {
  private static let start = Instant.opening

  private static func span(_ seconds: Range<Int64>, _ placed: Int, _ lost: Int) -> OrderSpan {
    OrderSpan(
      from: start + seconds.lowerBound * .second,
      to: start + seconds.upperBound * .second,
      placed: placed,
      lost: lost,
      apologies: lost / 3
    )
  }

  typealias Row = (from: Int64, to: Int64, placed: Int, lost: Int)

  @Test(
    arguments: [
      (0, 600, 60, 30), (0, 300, 30, 15), (300, 900, 30, 15), (-60, 60, 6, 3), (599, 600, 1, 1),
      (0, 1, 0, 0),
    ] as [Row]
  )
  func `is cut in proportion`(row: Row) throws {
    let part = try #require(
      Self.span(0..<600, 60, 30)
        .cut(from: Self.start + row.from * .second, to: Self.start + row.to * .second)
    )
    #expect(part.placed == row.placed && part.lost == row.lost)
    #expect(part.apologies <= part.lost)
    #expect(part.from >= Self.start && part.to <= Self.start + 600 * .second)
  }

  @Test(arguments: [(600, 700), (-100, 0), (300, 300)] as [(Int64, Int64)])
  func `has no part outside`(from: Int64, to: Int64) {
    let part = Self.span(0..<600, 60, 30)
      .cut(from: Self.start + from * .second, to: Self.start + to * .second)
    #expect(part.map { $0.placed + $0.lost } ?? 0 == 0)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `loses nothing and doubles nothing, wherever it is cut`(seed: UInt64) {
    var dice = Dice(seed)
    let whole = Self.span(0..<(1 + dice.below(9_000)), Int(dice.below(500)), Int(dice.below(500)))
    var (edge, placed, lost) = (Self.start - .minute, 0, 0)
    while edge < whole.to {
      let next = edge + 1 + dice.below(900) * .second
      let part = whole.cut(from: edge, to: next)
      placed += part?.placed ?? 0
      lost += part?.lost ?? 0
      edge = next
    }
    #expect(placed == whole.placed && lost == whole.lost)
  }
}
