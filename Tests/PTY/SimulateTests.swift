import Support
import Testing

/// `cafe simulate` as a program.
@Suite(.timeLimit(.minutes(2)))
struct SimulateTests {
  @Test func `says what it played, on one thread or several`() throws {
    let shop = try Shop()
    let one = try shop.run(["simulate", "--seeds", "6", "--seed", "40", "--jobs", "1"])
    let two = try shop.run(["simulate", "--seeds", "6", "--seed", "40", "--jobs", "3"])
    #expect(one.exit == .code(0), "\(one.output)\(one.errors)")
    #expect(one.output == two.output)
    #expect(one.output.hasPrefix("seeds 40 to 45: "))
    #expect(one.output.hasSuffix("Everything held that always must.\n"))
    let json = try shop.run(["simulate", "--seeds", "2", "--json"])
    #expect(json.output.hasPrefix("{\"accepted\":"))
    #expect(json.output.contains("\"breaches\":0"))
  }

  @Test(
    arguments: [
      ["--seeds", "0"], ["--jobs", "0"], ["--seed", "18446744073709551615"], ["--seeds", "many"],
    ]
  )
  func `refuses what makes no sense`(arguments: [String]) throws {
    #expect(try Shop().run(["simulate"] + arguments).exit == .code(2))
  }
}
