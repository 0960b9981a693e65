import CafeWorld
import Terminal
import Testing

@testable import Tutor

struct `Orders, stretch by stretch` {
  private static func span(_ minutes: Range<Int64>, _ placed: Int, _ lost: Int) -> OrderStretch {
    let start = Instant(milliseconds: 1_772_467_200_000)
    return OrderStretch(
      from: start + minutes.lowerBound * .minute,
      to: start + minutes.upperBound * .minute,
      placed: placed,
      lost: lost
    )
  }

  private static func stretches(of room: Classroom) -> [OrderStretch] {
    OrderStretch.joined(
      room.session.world.customers.spans.map { OrderStretch($0) }
    )
  }

  @Test
  func `losses soon after each other are one outage`() {
    let found = OrderStretch.joined([
      Self.span(0..<30, 40, 0), Self.span(30..<31, 0, 3), Self.span(31..<33, 1, 0),
      Self.span(33..<34, 0, 2), Self.span(34..<90, 70, 0), Self.span(90..<91, 0, 6),
    ])
    #expect(found.map(\.placed) == [40, 1, 70, 0])
    #expect(found.map(\.lost) == [0, 5, 0, 6])
    #expect(found.map(\.isOutage) == [false, true, false, true])
  }

  @Test
  func `nothing is counted twice or left out`() throws {
    var room = try Classroom(at: "questions")
    let customers = room.session.world.customers
    let found = Self.stretches(of: room)
    #expect(found.reduce(0) { $0 + $1.placed } == customers.placed)
    #expect(found.reduce(0) { $0 + $1.lost } == customers.lost)
    #expect(found.filter(\.isOutage).count == 2)
    let shown = room.type("orders")
    #expect(shown.split(separator: "\n").count < 12)
    #expect(shown.contains("From Mon 08:00:05 to Tue "))
    let times = shown.matches(of: /(?:from|to): (\w* ?)\d\d:\d\d:\d\d;/).map { $0.1 }
    #expect(times.count >= 6 && times.allSatisfy { ["Mon ", "Tue "].contains($0) }, "\(shown)")
  }

  @Test
  func `below the plot the outages are listed, however small`() throws {
    var room = try Classroom(at: "questions", linear: false)
    let shown = room.type("orders")
    #expect(shown.contains("Outage by outage"))
    let last = Self.stretches(of: room).last(where: \.isOutage)
    #expect(shown.contains(" \(try #require(last).lost)\n"))
  }
}
