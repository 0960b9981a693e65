import ArgumentParser

/// Help as plain text: the overview without a topic, else a verb, a family such as `create`, or a
/// service or operation behind `aws`.
///
/// - Returns: nil if there is nothing of that name.
public func help(_ topic: [String], width: Int) -> String? {
  let width = max(40, width)
  let lines: [String]? = HelpTopic(topic).map { topic in
    switch topic {
    case .overview: HelpText.overview(width)
    case .verb(let entry): HelpText.verb(entry, width)
    case .family(let first): HelpText.family(first, width)
    case .service(let service): HelpText.service(service, width)
    case .operation(let operation):
      operation.help.flatMap { Wrapping.lines($0, width: width, indent: 4) }
    }
  }
  return lines?.joined(separator: "\n")
}

private enum HelpText {
  static func overview(_ width: Int) -> [String] {
    let groups = VerbGroup.allCases.map { group in
      [group.rawValue]
        + Wrapping.columns(
          rows(of: VerbTable.entries.filter { $0.group == group }),
          width: width,
          limit: 28
        )
    }
    return groups.flatMap(\.self) + ["`help VERB` says more of one: `help create record`."]
  }

  /// Neighbours with one summary on one line, each label once.
  private static func rows(of entries: [VerbEntry]) -> [(left: String, right: String)] {
    var rows: [(labels: [String], summary: String)] = []
    for entry in entries where !entry.summary.isEmpty {
      if let last = rows.last, last.summary == entry.summary {
        if !last.labels.contains(entry.label) { rows[rows.count - 1].labels.append(entry.label) }
      } else {
        rows.append(([entry.label], entry.summary))
      }
    }
    return rows.map { (left: $0.labels.joined(separator: ", "), right: $0.summary) }
  }

  static func family(_ first: String, _ width: Int) -> [String] {
    let entries = VerbTable.entries.filter { $0.words.first == first }
    let rows = entries.map { (left: $0.name, right: $0.type.configuration.abstract) }
    return Wrapping.columns(rows, width: width, limit: 30)
      + ["`help \(entries[0].name)` says more."]
  }

  static func service(_ service: String, _ width: Int) -> [String] {
    let names = AwsOperation.operations(of: service).map(\.name)
    return ["aws \(service) has"] + names.map { "  \($0)" }
      + ["`help aws \(service) \(names[0])` says more."]
  }

  static func verb(_ entry: VerbEntry, _ width: Int) -> [String] {
    let definition = Definition(entry.type)
    let usage = Usage.text(definition, width: width - 2).split(separator: "\n")
    var parts: [[String]] = [
      Wrapping.lines("\(definition.name): \(definition.abstract)", width: width),
      usage.map { "  " + $0 },
    ]
    let rows = definition.parameters.map { (left: left($0), right: right($0)) }
    if !rows.isEmpty { parts.append(Wrapping.columns(rows, width: width, limit: 30)) }
    if !definition.discussion.isEmpty {
      parts.append(Wrapping.lines(definition.discussion, width: width))
    }
    let example = Wrapping.lines(definition.example, width: width - 2, indent: 4)
    parts.append(["Example"] + example.map { "  " + $0 })
    return Array(parts.joined(separator: [""]))
  }

  private static func left(_ parameter: Parameter) -> String {
    let others = parameter.names.dropFirst().map { ", \($0)" }.joined()
    return parameter.synopsis + others
  }

  /// The abstract, the words that are allowed, and the default.
  private static func right(_ parameter: Parameter) -> String {
    let words = parameter.choices.joined(separator: ", ")
    let choice = words.isEmpty ? "" : " One of: \(words)."
    let standard = parameter.defaultValue.map { " If not given: \($0)." } ?? ""
    return parameter.abstract + choice + standard
  }
}
