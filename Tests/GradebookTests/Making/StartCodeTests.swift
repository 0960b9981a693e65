import Crypto
import Gradebook
import OrderedCollections
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Start codes` {
  static let secret = SymmetricKey(data: SampleQuiz.secret)

  @Test(arguments: 0..<200)
  func `read back as they were written`(number: Int) throws {
    let code = StartCode(learner: "learner \(number)", secret: Self.secret)
    #expect(try StartCode(code.description) == code)
  }

  @Test(arguments: [
    "lower case", "spaces", "no hyphens", "O for 0", "I and l for 1",
  ])
  func `forgive how they are typed`(slip: String) throws {
    for number in 0..<50 {
      let code = StartCode(learner: "\(number)", secret: Self.secret)
      let text = code.description
      let typed =
        switch slip {
        case "lower case": text.lowercased()
        case "spaces": " " + text.replacing("-", with: " ") + " "
        case "no hyphens": text.replacing("-", with: "")
        case "O for 0": text.replacing("0", with: "o")
        default: text.replacing("1", with: number % 2 == 0 ? "I" : "l")
        }
      #expect(try StartCode(typed) == code)
    }
  }

  @Test func `show every wrong character and every swap`() {
    let digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    let text = StartCode(learner: "ana", secret: Self.secret).description
    let right = text.filter { $0 != "-" }.map { String($0) }
    for place in right.indices {
      for digit in digits where String(digit) != right[place] {
        var wrong = right
        wrong[place] = String(digit)
        #expect(throws: StartCode.Slip.check) { try StartCode(wrong.joined()) }
      }
      for other in right.indices where right[other] != right[place] {
        var wrong = right
        wrong.swapAt(place, other)
        #expect(throws: StartCode.Slip.check) { try StartCode(wrong.joined()) }
      }
    }
  }

  @Test func `say what is wrong with them`() {
    #expect(throws: StartCode.Slip.length(3)) { try StartCode("ABC") }
    #expect(throws: StartCode.Slip.length(0)) { try StartCode("") }
    #expect(throws: StartCode.Slip.character("U")) { try StartCode("U") }
    #expect(throws: StartCode.Slip.character("ß")) { try StartCode("ABCß") }
  }

  @Test func `differ from learner to learner and from quiz to quiz`() {
    let codes = (0..<1_000).map { StartCode(learner: "\($0)", secret: Self.secret) }
    #expect(Set(codes).count == 1_000)
    let other = SymmetricKey(data: [UInt8](repeating: 8, count: 32))
    #expect(StartCode(learner: "1", secret: other) != codes[1])
    #expect(codes[1].tag(quiz: "a") != codes[1].tag(quiz: "b"))
  }
}

@Suite(.timeLimit(.minutes(1))) struct `What a learner is dealt` {
  static let items = ["a", "b", "c", "d"].map { ItemID(lesson: "x", step: $0) }

  static let quiz = ClassQuiz(
    id: "0123456789abcdef",
    title: "Q",
    engine: "1",
    rules: Rules(.graded),
    pools: [
      ItemPool(name: nil, items: [ItemID(lesson: "x", step: "z")], draws: 1),
      ItemPool(name: "p", items: items, draws: 2),
    ],
    seeds: [3, 5, 8],
    variants: ["x": [0, 2, 4]]
  )

  static let deals = (0..<600).map { number in
    let secret = SymmetricKey(data: SampleQuiz.secret)
    return Deal(code: StartCode(learner: "\(number)", secret: secret), quiz: quiz)
  }

  @Test func `is as many items as the pools draw, each once and in their order`() {
    for deal in Self.deals {
      #expect(deal.items.count == 3)
      #expect(deal.items[0].id.step == "z")
      let drawn = deal.items.dropFirst().map(\.id.step)
      #expect(drawn == drawn.sorted() && Set(drawn).count == 2)
      #expect(deal.items.allSatisfy { [0, 2, 4].contains($0.variant) })
      #expect([3, 5, 8].contains(deal.seed))
    }
  }

  @Test func `is spread evenly over items, variants and worlds`() {
    for item in Self.items {
      let count = Self.deals.count { $0.items.contains { $0.id == item } }
      #expect((240...360).contains(count), "\(item) was dealt \(count) times")
    }
    for variant in [0, 2, 4] {
      let count = Self.deals.count { $0.items[0].variant == variant }
      #expect((150...250).contains(count))
    }
    for seed: UInt64 in [3, 5, 8] {
      #expect((150...250).contains(Self.deals.count { $0.seed == seed }))
    }
  }

  /// Both sides must come to the same, whatever the machine and the process.
  @Test func `is the same everywhere`() {
    let deal = Self.deals[0]
    let words = deal.items.map { "\($0.id) \($0.variant) \($0.shuffle)" } + ["\(deal.seed)"]
    #expect(words == Self.first)
  }

  static let first = [
    "x#z 2 13534432379163586647", "x#a 0 1254670829446218473", "x#d 2 15366193104868516090", "3",
  ]
}
