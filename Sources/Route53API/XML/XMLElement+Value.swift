import Commands

extension XMLElement {
  /// The value that an element holds, as its shape demands; what does not fit is left for the
  /// shape's own check to find.
  func value(as shape: AwsShape) -> JSONValue {
    switch shape {
    case .structure(let members) where isStructure: .object(self.members(of: members))
    case .list(let element) where isStructure: .list(children.map { $0.value(as: element) })
    case .flag where children.isEmpty: .flag(text)
    case .structure, .list, .text, .prose, .whole, .decimal, .flag, .anything:
      children.isEmpty ? shape.reading(.string(text)) : .object(members(of: []))
    }
  }

  private func members(of known: [AwsShape.Member]) -> [JSONValue.Member] {
    children.map { child in
      let shape = known.first { $0.name == child.name }?.shape
      return .init(key: child.name, value: child.value(as: shape ?? .text))
    }
  }
}

extension JSONValue {
  /// `true` and `false` as XML Schema writes them, with `1` and `0`.
  static func flag(_ text: String) -> JSONValue {
    switch text {
    case "true", "1": true
    case "false", "0": false
    default: .string(text)
    }
  }
}
