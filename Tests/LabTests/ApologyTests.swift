import CafeWorld
import Testing

@testable import Lab

struct `Orders that meet a page that says sorry` {
  let evaluator: Evaluator

  init() throws {
    var world = Scene.cafe.world(seed: 7)
    for line in [
      "create resource s3-website",
      "create record www A --alias s3-website-us-west-2.amazonaws.com", "wait 2h",
    ] {
      world = try Situation(world: world).carryingOut(line).get()
    }
    evaluator = Evaluator(Situation(world: world))
  }

  @Test(arguments: [
    "orders.apologies > 0 and orders.apologies == orders.lost",
    #"orders(last: "30m").apologies > 0"#,
    #"orders(last: "30m").apologies == orders(last: "30m").lost"#,
    #"orders(last: "30m").apologies < orders.apologies"#,
    #"dig("www").owner == "s3-website-us-west-2.amazonaws.com""#,
    #"not (orders(by: "you").apologies exists)"#,
  ])
  func `are counted, and their owner has a name`(text: String) throws {
    #expect(evaluator.judge(try Lab.Test(parsing: text)) == .holds)
  }
}
