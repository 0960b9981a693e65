import Lab
import OrderedCollections

extension FrontMatter.Grade {
  /// The rules that another section has otherwise, each with the old and the new value as an author
  /// writes them; safe to print.
  func differences(to other: Self) -> [String] {
    zip(written, other.written).compactMap { old, new -> String? in
      guard old.value != new.value else { return nil }
      let values = [old.value, new.value].map { cleaned($0 ?? "not set") }
      return "`grade.\(old.key)` (\(values.joined(separator: " → ")))"
    }
  }

  /// Every rule as it stands in a file; nil: it does not.
  private var written: [(key: String, value: String?)] {
    let rules: [(key: String, value: String?)] = [
      ("tries", tries.map { Self.written($0) }),
      ("minutes", minutes.map { "\($0)" }),
      ("pass", pass.map { "\($0)" }),
      ("feedback", feedback?.rawValue),
      ("silent", isSilent.map { $0 ? "yes" : "no" }),
      ("shown", shown?.written),
      ("supervised", isSupervised.map { $0 ? "yes" : "no" }),
      ("start", start?.rawValue),
      ("draw", draws.isEmpty ? nil : draws.map(\.written).joined(separator: "; ")),
    ]
    let verbs: [(key: String, value: String?)] = RuledVerb.allCases.map { verb in
      (verb.rawValue, allowances[verb]?.written)
    }
    return rules + verbs
  }

  private static func written(_ tries: [Int]) -> String {
    tries.allSatisfy { $0 == 1 }
      ? "\(tries.count)" : tries.map { "\($0)" }.joined(separator: "-")
  }
}

extension Allowance {
  fileprivate var written: String {
    switch self {
    case .allowed: "allowed"
    case .priced(let points): points == 1 ? "1 point" : "\(points) points"
    case .off: "off"
    }
  }
}

extension ShownConditions {
  fileprivate var written: String {
    switch self {
    case .all: "all"
    case .none: "none"
    case .listed(let ids): ids.joined(separator: ", ")
    }
  }
}

extension ItemDraw {
  fileprivate var written: String { "\(count) of \(steps.joined(separator: ", "))" }
}
