/// The values of one variant: `${name}` stands for one of the values that a `vars` fence lists.
struct Variables {
  private var values: [String: String] = [:]
  private(set) var names: [String] = []

  var isEmpty: Bool { values.isEmpty }

  subscript(name: String) -> String? { values[name] }

  mutating func set(_ name: String, to value: String) {
    if values.updateValue(value, forKey: name) == nil { names.append(name) }
  }

  /// The value for a text that begins with `${name}`, and how many characters that takes.
  func value(at text: Substring) -> (value: String, length: Int)? {
    guard text.hasPrefix("${") else { return nil }
    let name = text.dropFirst(2).prefix { $0 != "}" && $0 != "{" }
    guard name.endIndex < text.endIndex, let value = values[String(name)] else { return nil }
    return (value, name.count + 3)
  }
}

/// One line of a `vars` fence: the values that a name can have.
///
/// A variant takes one of each.
public struct Variable: Hashable, Sendable {
  public let name: String
  public let values: [String]
}
