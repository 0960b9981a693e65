import Terminal
import Testing

/// No name, address or number with its unit is torn where it need not be.
struct `Fitting to a narrow display` {
  private let table = Table(
    [.init("name"), .init("address"), .init("zone"), .init("what it is said to be doing now")],
    rows: [
      ["CafeInstance1", "34.210.234.152", "us-west-2a", "it serves the website of the whole café"],
      ["CafeInstance2", "34.210.74.168", "us-west-2b", "it waits"],
    ].map { $0.map { Styled($0) } }
  )

  @Test(arguments: [20, 30, 40, 60, 80])
  func `a table never tears a name or an address`(width: Int) {
    let text = table.drawn(on: Display(width: width)).text
    for word in ["CafeInstance1", "34.210.234.152", "us-west-2a", "CafeInstance2"] {
      #expect(text.contains(word), "\(width)")
    }
  }

  @Test
  func `rows that would be torn become records, a line for each field`() {
    #expect(
      table.drawn(on: Display(width: 40)).text.hasPrefix(
        """
        name: CafeInstance1
          address: 34.210.234.152
          zone: us-west-2a
        """
      )
    )
  }

  @Test(arguments: 10...40)
  func `a number stays with its unit`(width: Int) {
    let lines = Styled("the name servers answer from it within 60 s, or 5 min at most.")
      .wrapped(to: width).map(\.text)
    #expect(lines.contains { $0.contains("60 s") })
    #expect(lines.contains { $0.contains("5 min") })
  }

  @Test(arguments: 12...40)
  func `a mark behind an address is no line of its own`(width: Int) {
    let lines = Styled("The café is at http://34.210.74.168/cafe/.").wrapped(to: width).map(\.text)
    #expect(!lines.contains("."))
  }
}
