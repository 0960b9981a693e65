import CafeWorld
import Route53

/// The canonical form of a move: an object of one key, the case, that holds its values by label or
/// place.
///
/// Written out, because what a compiler makes of so many cases asks the runtime for twice as many
/// types before the first row is read, which a start of the program would feel.
extension Move: Codable {
  private enum Case: String, CodingKey {
    case began, entered, opened, commands, solved, draftOpened, drafted, draftDiscarded, committed
    case responded, consulted, hinted, undone, redone, wentTo, bookmarked, branched, leftOut
    case closed
  }

  private enum Field: String, CodingKey {
    case first = "_0"
    case second = "_1"
    case third = "_2"
    case step, item, setup, skipped, question, response, verb, count, row
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Case.self)
    guard let key = container.allKeys.first, container.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: container.codingPath, debugDescription: "no one case")
      )
    }
    let values = try container.nestedContainer(keyedBy: Field.self, forKey: key)
    func value<Value: Decodable>(_ field: Field) throws -> Value {
      try values.decode(Value.self, forKey: field)
    }
    switch key {
    case .began: self = .began(try value(.first))
    case .entered: self = .entered(step: try value(.step), setup: try value(.setup))
    case .opened:
      self = .opened(item: try value(.item), try value(.second), setup: try value(.setup))
    case .commands: self = .commands(try value(.first))
    case .solved:
      self = .solved(step: try value(.step), try value(.second), skipped: try value(.skipped))
    case .draftOpened: self = .draftOpened
    case .drafted: self = .drafted(try value(.first), try value(.second))
    case .draftDiscarded: self = .draftDiscarded
    case .committed: self = .committed(try value(.first), try value(.second))
    case .responded:
      self = .responded(
        question: try value(.question),
        response: try value(.response),
        try value(.third)
      )
    case .leftOut: self = .leftOut(question: try value(.question))
    case .closed: self = .closed(try value(.first))
    case .consulted: self = .consulted(verb: try value(.verb))
    case .hinted: self = .hinted(step: try value(.step), count: try value(.count))
    case .undone: self = .undone(try value(.first))
    case .redone: self = .redone(try value(.first))
    case .wentTo: self = .wentTo(row: try value(.row))
    case .bookmarked: self = .bookmarked(try value(.first))
    case .branched: self = .branched(try value(.first))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Case.self)
    func put(_ key: Case, _ fields: (Field, any Encodable)...) throws {
      var values = container.nestedContainer(keyedBy: Field.self, forKey: key)
      for (field, value) in fields { try values.encode(value, forKey: field) }
    }
    switch self {
    case .began(let beginning): try put(.began, (.first, beginning))
    case .entered(let step, let setup): try put(.entered, (.step, step), (.setup, setup))
    case .opened(let item, let beginning, let setup):
      try put(.opened, (.item, item), (.second, beginning), (.setup, setup))
    case .commands(let commands): try put(.commands, (.first, commands))
    case .solved(let step, let commands, let skipped):
      try put(.solved, (.step, step), (.second, commands), (.skipped, skipped))
    case .draftOpened: try put(.draftOpened)
    case .drafted(let zone, let change): try put(.drafted, (.first, zone), (.second, change))
    case .draftDiscarded: try put(.draftDiscarded)
    case .committed(let zone, let batch): try put(.committed, (.first, zone), (.second, batch))
    case .responded(let question, let response, let outcome):
      try put(.responded, (.question, question), (.response, response), (.third, outcome))
    case .leftOut(let question): try put(.leftOut, (.question, question))
    case .closed(let judged): try put(.closed, (.first, judged))
    case .consulted(let verb): try put(.consulted, (.verb, verb))
    case .hinted(let step, let count): try put(.hinted, (.step, step), (.count, count))
    case .undone(let count): try put(.undone, (.first, count))
    case .redone(let count): try put(.redone, (.first, count))
    case .wentTo(let row): try put(.wentTo, (.row, row))
    case .bookmarked(let name): try put(.bookmarked, (.first, name))
    case .branched(let name): try put(.branched, (.first, name))
    }
  }
}
