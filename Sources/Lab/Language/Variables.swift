/// The values of one variant: `${name}` stands for one of the values that a `vars` fence lists.
struct Variables {
  private var values: [String: String] = [:]
  private(set) var names: [String] = []

  var isEmpty: Bool { values.isEmpty }

  subscript(name: String) -> String? { values[name] }

  mutating func set(_ name: String, to value: String) {
    if values.updateValue(value, forKey: name) == nil { names.append(name) }
  }

  /// The first `${name}` of a text that has a value, and that value.
  func first(in text: Substring) -> (range: Range<Substring.Index>, value: String)? {
    var rest = text
    while let opening = rest.range(of: "${") {
      rest = rest[opening.upperBound...]
      let name = rest.leading { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "{") }
      if name.endIndex < rest.endIndex, let value = values[String(name)] {
        return (opening.lowerBound..<rest.utf8.index(after: name.endIndex), value)
      }
    }
    return nil
  }
}

/// One line of a `vars` fence: the values that a name can have.
///
/// A variant takes one of each.
public struct Variable: Hashable, Sendable {
  public let name: String
  public let values: [String]
}
