/// XML, element by element.
package indirect enum XMLText: Hashable, Sendable {
  case text(String)
  case node(String, [Attribute], [XMLText])

  package struct Attribute: Hashable, Sendable {
    package let name: String
    package let value: String
  }

  package static func element(
    _ name: String,
    _ attributes: [(String, String)] = [],
    _ content: [XMLText] = []
  ) -> XMLText {
    .node(name, attributes.map { Attribute(name: $0.0, value: $0.1) }, content)
  }

  /// A whole document.
  var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + line + "\n" }

  /// The element as it stands inside another document.
  package var line: String {
    switch self {
    case .text(let text): return Self.escaped(text)
    case .node(let name, let attributes, let content):
      let head =
        "<" + name + attributes.map { " \($0.name)=\"\(Self.escaped($0.value))\"" }.joined()
      if content.isEmpty { return head + "/>" }
      return head + ">" + content.map(\.line).joined() + "</\(name)>"
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in cleaned(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
