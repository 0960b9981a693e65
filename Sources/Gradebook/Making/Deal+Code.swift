import Crypto
import OrderedCollections

extension Deal {
  /// What the learner with a start code is dealt: the same on the learner's side and the
  /// instructor's.
  public init(code: StartCode, quiz: ClassQuiz) {
    let draw = Derivation(key: SymmetricKey(data: code.bytes), salt: quiz.id)
    let chosen = quiz.pools.enumerated().flatMap { number, pool -> [ItemID] in
      let count = min(pool.draws, pool.items.count)
      guard count < pool.items.count else { return pool.items }
      return draw.order(pool.items.count, "pool \(number)").prefix(count).sorted()
        .map { pool.items[$0] }
    }
    items = chosen.map { item in
      let variants = quiz.variants[item.lesson] ?? [0]
      return DealtItem(
        id: item,
        variant: variants[draw.number(below: variants.count, "variant", item.description)],
        shuffle: draw.number("shuffle", item.description)
      )
    }
    seed = quiz.seeds[draw.number(below: quiz.seeds.count, "seed")]
  }
}

extension DealtItem {
  /// In which order a question shows what it lists: places from 0 up to `count`.
  func places(of question: String, count: Int) -> [Int] {
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: shuffle >> UInt64(8 * (7 - $0))) }
    return Derivation(key: SymmetricKey(data: bytes), salt: "places").order(count, question)
  }
}
