/// What an argument of an AWS operation looks like.
package enum AwsShape: Hashable, Sendable {
  case text
  /// Text that may have several lines.
  case prose
  case whole
  case decimal
  case flag
  indirect case list(AwsShape)
  case structure([Member])
  /// A member that this café refuses, whatever it holds.
  case anything

  /// A member of a structure, as the service's model has it.
  package struct Member: Hashable, Sendable {
    package let name: String
    package let shape: AwsShape
    package let isRequired: Bool
    /// Whether this café can do what it asks for; if not, the member is known and refused.
    package let isHere: Bool

    package init(_ name: String, _ shape: AwsShape, required: Bool = false, here: Bool = true) {
      self.name = name
      self.shape = shape
      isRequired = required
      isHere = here
    }
  }

  /// What a text of the command line or of the shorthand stands for; what cannot be read so is left
  /// as it is, for `faults` to find.
  package func reading(_ value: JSONValue) -> JSONValue {
    switch (self, value) {
    case (.whole, .string(let text)): Int(text).map { .number(String($0)) } ?? value
    case (.decimal, .string(let text)): text.isDecimal ? .number(text) : value
    case (.flag, .string(let text)):
      switch text.lowercased() {
      case "true": .boolean(true)
      case "false": .boolean(false)
      default: value
      }
    case (.list(let element), .list(let elements)): .list(elements.map(element.reading))
    case (.list(let element), _): .list([element.reading(value)])
    case (.structure(let members), .object(let given)):
      .object(
        given.map { pair in
          let shape = members.first { $0.name == pair.key }?.shape
          return .init(key: pair.key, value: shape?.reading(pair.value) ?? pair.value)
        }
      )
    default: value
    }
  }

  /// Everything in which a value does not have this shape, as the AWS CLI lists it.
  package func faults(in value: JSONValue, at path: String) -> [String] {
    if fits(value) { return [] }
    return switch (self, value) {
    case (.text, .string(let text)): Self.faults(in: text, at: path, besides: "")
    case (.prose, .string(let text)): Self.faults(in: text, at: path, besides: "\n\r\t")
    case (.flag, .boolean), (.decimal, .number), (.anything, _): []
    case (.whole, .number(let digits)) where Int(digits) != nil: []
    case (.list(let element), .list(let elements)):
      elements.enumerated().flatMap { element.faults(in: $1, at: "\(path)[\($0)]") }
    case (.structure(let members), .object(let given)): Self.faults(members, given, at: path)
    default:
      [
        "Invalid type for parameter \(path), value: \(value.compact.shown()), "
          + "type: \(value.kind), valid types: \(kind)"
      ]
    }
  }

  /// No text holds what a terminal would act upon, wherever it came from.
  private static func faults(in text: String, at path: String, besides: String) -> [String] {
    guard !text.isPrintable(besides: besides) else { return [] }
    return [
      "Invalid character in parameter \(path), value: \(JSONValue.string(text).compact.shown())"
    ]
  }

  /// The first place of a value of this shape that asks for what this café does not have; a flag
  /// that is off asks for nothing.
  package func absence(in value: JSONValue, at path: String) -> String? {
    absence(in: value).map { path + $0 }
  }

  /// The same behind the path of the value: only what is found gets a text.
  private func absence(in value: JSONValue) -> String? {
    switch (self, value) {
    case (.list(let element), .list(let elements)):
      for (index, inner) in elements.enumerated() {
        if let found = element.absence(in: inner) { return "[\(index)]\(found)" }
      }
    case (.structure(let members), .object(let given)):
      for pair in given where pair.value != .boolean(false) {
        guard let member = members.first(where: { $0.name == pair.key }) else { continue }
        if !member.isHere { return ".\(pair.key)" }
        if let found = member.shape.absence(in: pair.value) { return ".\(pair.key)\(found)" }
      }
    default: break
    }
    return nil
  }

  /// Whether a value has this shape, for which no text is made.
  package func fits(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.text, .string(let text)): text.isPrintable(besides: "")
    case (.prose, .string(let text)): text.isPrintable(besides: "\n\r\t")
    case (.flag, .boolean), (.decimal, .number), (.anything, _): true
    case (.whole, .number(let digits)): Int(digits) != nil
    case (.list(let element), .list(let elements)): elements.allSatisfy(element.fits)
    case (.structure(let members), .object(let given)):
      given.allSatisfy { pair in
        members.first { $0.name == pair.key }?.shape.fits(pair.value) ?? false
      }
        && members.allSatisfy { member in
          !member.isRequired || given.contains { $0.key == member.name }
        }
    default: false
    }
  }

  private static func faults(
    _ members: [Member],
    _ given: [JSONValue.Member],
    at path: String
  ) -> [String] {
    var faults: [String] = []
    for member in members where member.isRequired {
      if !given.contains(where: { $0.key == member.name }) {
        faults.append("Missing required parameter in \(path): \"\(member.name)\"")
      }
    }
    for pair in given {
      guard let member = members.first(where: { $0.name == pair.key }) else {
        faults.append(unknown(pair.key, at: path, members.map(\.name)))
        continue
      }
      faults += member.shape.faults(in: pair.value, at: "\(path).\(member.name)")
    }
    return faults
  }

  private static func unknown(_ key: String, at path: String, _ names: [String]) -> String {
    let near = nearMisses(of: key, in: names)
    let hint = near.first.map { " (did you mean \"\($0)\"?)" } ?? ""
    return "Unknown parameter in \(path): \"\(key.shown())\", must be one of: "
      + names.joined(separator: ", ") + hint
  }

  private var kind: String {
    switch self {
    case .text, .prose: "text"
    case .whole: "whole number"
    case .decimal: "number"
    case .flag: "true or false"
    case .list: "list"
    case .structure: "structure"
    case .anything: "anything"
    }
  }
}

extension String {
  /// Whether all that is in it can be shown, or is one of `others`.
  fileprivate func isPrintable(besides others: String) -> Bool {
    utf8.allSatisfy { (0x20...0x7E).contains($0) }
      || unicodeScalars.allSatisfy { $0.isPrintable || others.unicodeScalars.contains($0) }
  }

  fileprivate var isDecimal: Bool {
    let unsigned = hasPrefix("-") ? dropFirst() : self[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }
}
