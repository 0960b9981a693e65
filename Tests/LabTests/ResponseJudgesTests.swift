import Testing

@testable import Lab

struct `The judge of numbers` {
  private let seconds = NumberJudge(
    right: .init(name: "right", value: 28, tolerance: 2),
    wrong: [.init(name: "double", value: 56, tolerance: 2)],
    unit: "s"
  )
  private let orders = NumberJudge(
    right: .init(name: "right", value: 1_234, tolerance: 10),
    unit: "orders"
  )

  @Test(arguments: [
    "28", "28 s", "28s", "28 seconds", "28 sec.", "about 28", "~28", "≈ 28 s", "0:28", "26", "30",
    "28.0", "28,5", "I think it is 28 seconds.", "= 28", "28!", "0.5 min", "it takes about 28 s",
    "２８", "27.999", "28000 ms", "+28",
  ])
  func `takes what means twenty-eight seconds`(response: String) {
    #expect(seconds.judge(response) == .right(idea: "right"))
  }

  @Test(arguments: [
    "1,234", "1234", "1'234", "1,234 orders", "about 1240", "1224", "1244 order", "1,234.0",
  ])
  func `takes what means a thousand orders and more`(response: String) {
    #expect(orders.judge(response) == .right(idea: "right"))
  }

  @Test(arguments: ["56", "56 s", "0:56", "57.5 s"])
  func `knows a wrong number`(response: String) {
    #expect(seconds.judge(response) == .wrong(idea: "double"))
  }

  @Test(arguments: [
    "25.9", "30.1", "-28", "0", "1 min 30 s", "1m30s", "1.5 min", "1:02:03", "999999999999",
  ])
  func `other numbers are wrong`(response: String) {
    #expect(seconds.judge(response) == .unknown(.noIdea))
  }

  @Test(
    arguments: [
      ("", .empty), ("soon", .noNumber), ("CafeInstance2", .noNumber), ("28 29", .severalNumbers),
      ("20-30", .severalNumbers),
      ("between 20 and 30", .severalNumbers), ("28 s or 30 s", .severalNumbers),
      ("1.2.3", .noNumber),
      ("28:99", .noNumber), ("1,23,456", .noNumber), ("28 bananas", .unit("bananas")),
      ("28%", .unit("%")), ("twenty-eight", .noNumber), ("\u{1B}28", .controlCharacters),
      ("9999999999999", .noNumber), ("☕", .unreadable), ("28e5", .noNumber),
      ("28e400", .noNumber), ("0x1c", .noNumber), ("1e3", .noNumber), ("not 28", .noNumber),
      ("never 28", .noNumber), ("no, 28", .noNumber), ("x-28", .noNumber), ("q-0.5", .noNumber),
      ("us-west-2", .noNumber), ("CafeInstance2-28", .noNumber), ("minus 28", .noNumber),
      ("28e", .unit("e")), ("x 28", .noNumber), ("x -28", .noNumber), ("h28", .noNumber),
      ("negative 28", .noNumber),
    ] as [(String, Verdict.Flaw)]
  )
  func `malformed numbers are invalid`(response: String, flaw: Verdict.Flaw) {
    #expect(seconds.judge(response) == .invalid(flaw))
  }

  @Test(
    arguments: [
      ("about 26 s", 26), ("26s", 26), ("5h", 18_000), ("0.5m", 30), ("01:00", 60), ("12,5", 12.5),
      ("-3", -3), ("26 coffees", 26), ("x-3", nil), ("abc-1", nil), ("q-0.5", nil),
      ("minus 3", nil), ("60e", nil), ("60 e", 60), ("20-30", nil), ("28orders", nil),
      ("negative 3", nil), ("x 3", nil), ("h3", nil), ("s 3", nil), ("it's 3", 3), ("c. 3", 3),
      ("I say 3", 3), ("1 h 30 m", 5_400), ("1 m30s", 90),
    ] as [(String, Double?)]
  )
  func `a guess is one number, or asked for again`(response: String, number: Double?) {
    #expect(NumberResponse.number(in: response) == number)
  }

  @Test func `what is counted may touch its number where it is known`() {
    #expect(orders.judge("1234orders") == .right(idea: "right"))
  }

  @Test func `a time does not count orders`() {
    #expect(orders.judge("1234 s") == .invalid(.unit("time")))
  }

  @Test func `ninety seconds can be written in many ways`() {
    let judge = NumberJudge(right: .init(name: "right", value: 90, tolerance: 0), unit: "s")
    for text in [
      "90", "1.5 min", "1,5 minutes", "1 min 30 s", "1m30s", "1:30", "1 minute and 30 seconds",
    ] {
      #expect(judge.judge(text) == .right(idea: "right"), "\(text)")
    }
  }
}

struct `The judge of a choice` {
  private let judge = ChoiceJudge(options: [
    "A weighted record", "A failover record", "Nothing", "Both of these",
  ])

  @Test(arguments: [
    ("2", 1), ("b", 1), ("B", 1), ("(b)", 1), ("b)", 1), ("2.", 1), ("option 2", 1),
    ("the second", 1),
    ("A failover record", 1), ("a failover recrod", 1), ("nothing", 2), ("noth", 2),
    ("number 1", 0),
    ("a", 0), ("I think it is c", 2), ("4", 3),
  ])
  func `takes number, letter and text`(response: String, place: Int) {
    #expect(judge.option(in: response) == place)
  }

  @Test(arguments: ["", "5", "0", "e", "record", "1 or 2", "☕", "weighted failover"])
  func `and nothing else`(response: String) { #expect(judge.option(in: response) == nil) }

  @Test func `a text goes before a letter`() {
    let judge = ChoiceJudge(options: ["AAAA", "CNAME", "MX", "A"])
    #expect(judge.option(in: "A") == 3)
    #expect(judge.option(in: "b") == 1)
  }
}

struct `The judge of an order` {
  private let judge = OrderJudge(shown: ["answer", "detect", "decide"])

  @Test(arguments: [
    "2 3 1", "2,3,1", "231", "b c a", "bca", "B > C > A", "detect, decide, answer",
    "detect decide answer", "2. 3. 1.",
  ])
  func `reads numbers, letters and texts`(response: String) {
    #expect((try? judge.order(in: response)) == [1, 2, 0])
    #expect(judge.judge(response, right: [1, 2, 0]) == .right(idea: "right"))
    #expect(judge.judge(response, right: [0, 1, 2]) == .unknown(.otherOrder))
  }

  @Test(
    arguments: [
      ("", .empty), ("☕", .unreadable), ("xyz", .noOrder(of: 3)), ("1 2 3 4", .noOrder(of: 3)),
      ("1 2", .itemsMissing(["c"])), ("bc", .itemsMissing(["a"])),
      ("decide", .itemsMissing(["a", "b"])),
      ("1 1 2", .itemTwice("a")), ("a b c b", .itemTwice("b")), ("cc", .itemTwice("c")),
    ] as [(String, Verdict.Flaw)]
  )
  func `each item once or not at all`(response: String, flaw: Verdict.Flaw) {
    #expect(judge.judge(response, right: [1, 2, 0]) == .invalid(flaw))
  }
}
