import ArgumentParser
import FoundationEssentials
import Synchronization

/// A verb's definition as ArgumentParser gives it away, for help, usage and completion.
///
/// ArgumentParser's structures are not public; the JSON that `_dumpHelp` makes of them is what its
/// own tools read too.
struct Definition: Sendable {
  let name: String
  let abstract: String
  /// Paragraphs, without the example.
  let discussion: String
  let example: String
  let parameters: [Parameter]

  /// Stands between the discussion and the example in a verb's configuration.
  static let exampleMark = "\n\nExample: "

  init(_ type: any Verb.Type) {
    let id = ObjectIdentifier(type)
    if let known = Self.known.withLock({ $0[id] }) {
      self = known
    } else {
      self.init(dumping: type)
      Self.known.withLock { [self] in $0[id] = self }
    }
  }

  /// Those that were read, since a verb's definition never changes.
  private static let known = Mutex<[ObjectIdentifier: Definition]>([:])

  private init(dumping type: any Verb.Type) {
    let dump = Data(type._dumpHelp().utf8)
    guard let tool = try? JSONDecoder().decode(Tool.self, from: dump) else {
      preconditionFailure("ArgumentParser's description of \(type) cannot be read")
    }
    let parts = (tool.command.discussion ?? "").split(separator: Self.exampleMark)
    name = tool.command.commandName
    abstract = tool.command.abstract ?? ""
    example = parts.last.map(String.init) ?? ""
    discussion = parts.dropLast().joined()
    parameters = (tool.command.arguments ?? []).map(Parameter.init)
      .filter { !$0.isHidden && !$0.names.contains("--help") }
  }

  var positionals: [Parameter] { parameters.filter { $0.kind == .positional } }
  var options: [Parameter] { parameters.filter { $0.kind != .positional } }
}

/// An argument, option or flag of a verb.
struct Parameter: Sendable {
  enum Kind: String, Decodable {
    case positional
    case option
    case flag
  }

  let kind: Kind
  /// With their dashes, the preferred one first.
  let names: [String]
  let valueName: String
  let isOptional: Bool
  let isRepeating: Bool
  let isHidden: Bool
  /// The words that it can be; none: they cannot be listed.
  let choices: [String]
  /// Words that are good to begin with, in the definition behind a `~`.
  let suggestions: [String]
  /// Such as `@instance`: they stand for names in the world.
  let tokens: [String]
  let abstract: String
  let defaultValue: String?

  fileprivate init(_ dump: Tool.Argument) {
    kind = dump.kind
    names = (dump.names ?? []).map { $0.kind == "long" ? "--\($0.name)" : "-\($0.name)" }
      .sorted { $0.count > $1.count }
    valueName = dump.valueName ?? "value"
    isOptional = dump.isOptional
    isRepeating = dump.isRepeating
    isHidden = !dump.shouldDisplay
    let values = dump.completionKind?.list?.values ?? []
    choices = values.filter { !$0.hasPrefix("@") && !$0.hasPrefix("~") }
    suggestions = values.filter { $0.hasPrefix("~") }.map { String($0.dropFirst()) }
    tokens = values.filter { $0.hasPrefix("@") }
    abstract = dump.abstract ?? ""
    defaultValue = dump.defaultValue
  }

  var takesValue: Bool { kind == .option }

  /// As in a usage line, without brackets: `--ttl <seconds>`.
  var synopsis: String {
    switch kind {
    case .positional: "<\(valueName)>"
    case .option: "\(names.first ?? "") <\(valueName)>"
    case .flag: names.first ?? ""
    }
  }
}

/// The part of ArgumentParser's dump that is used here.
private struct Tool: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
  }

  struct Argument: Decodable {
    let kind: Parameter.Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let completionKind: Completion?
    let abstract: String?
  }

  struct Name: Decodable {
    let kind: String
    let name: String
  }

  struct Completion: Decodable {
    let list: Values?
  }

  struct Values: Decodable {
    let values: [String]
  }
}
