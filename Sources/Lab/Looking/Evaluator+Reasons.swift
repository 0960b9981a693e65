extension Evaluator {
  /// What makes a test hold that does, in a few words; nil where there is nothing to add.
  ///
  /// Each reason stands there once. Where two things have one word, such as two owners, it says of
  /// which thing each is.
  func reason(for test: Test) -> String? {
    let all = grounds(for: test).reduce(into: [Ground]()) { all, ground in
      if !all.contains(where: { $0.text == ground.text }) { all.append(ground) }
    }
    guard !all.isEmpty else { return nil }
    return all.map { ground in
      let isAlone = all.count { $0.query != nil && $0.word == ground.word } < 2
      return isAlone ? ground.text : ground.wholeText
    }.joined(separator: ", ")
  }

  private func grounds(for test: Test) -> [Ground] {
    switch test {
    case .exists: []
    case .compare(let left, _, let right): grounds(for: [left, right])
    case .among(let value, _), .matches(let value, _), .holds(let value): grounds(for: [value])
    case .all(let tests): tests.flatMap(grounds)
    case .any(let tests): tests.first { judge($0) == .holds }.map(grounds) ?? []
    case .not(.at(.ever, _)): [Ground("at no moment of this step")]
    case .not(let test): grounds(for: test)
    case .under: [.copy]
    case .at(.now, let test): grounds(for: test)
    case .at(.ever, let test):
      judge(test) == .holds ? grounds(for: test) : [Ground("at some moment of this step")]
    case .at(.within, _), .at(.after, _), .at(.always, _):
      [Ground("looked ahead on a copy of your café")]
    }
  }

  private func grounds(for values: [Value]) -> [Ground] {
    values.compactMap { (value: Value) -> Ground? in
      switch value {
      case .query(let query): Ground(query, is: self.value(value).text)
      case .secondsUntil, .share: .copy
      case .text, .word, .number, .duration, .percent: nil
      }
    }
  }
}

/// A reason by itself.
private struct Ground {
  /// What the reason is about; nil: it is a sentence of its own.
  let query: Query?
  /// The query's last word, or the sentence.
  let word: String
  private let value: String

  init(_ sentence: String) {
    (query, word, value) = (nil, sentence, "")
  }

  init(_ query: Query, is value: String) {
    self.query = query
    word = query.properties.isEmpty ? query.kind.rawValue : query.property
    self.value = value
  }

  static let copy = Ground("played out on a copy of your café")

  var text: String { query == nil ? word : "\(word) is \(value)" }

  /// The same with the whole query.
  var wholeText: String { query.map { "\($0) is \(value)" } ?? word }
}
