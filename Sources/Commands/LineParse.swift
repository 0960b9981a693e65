import ArgumentParser

/// Reads a line of the learner's language against a world.
///
/// `memory`: lines that were read ahead.
/// - Throws: why the line cannot be understood; nothing has happened then.
public func parse(
  _ line: String,
  in context: ParseContext,
  _ memory: LineMemory = LineMemory()
) throws(CommandError) -> Request {
  if let request = try memory.request(of: line, in: context) { return request }
  let line = LineCheck.withoutEnding(line)
  try LineCheck.check(line)
  let cut = Words(line)
  guard !cut.words.isEmpty else { return .nothing }
  if let (type, rest) = rawVerb(line, cut.words) { return try type.request(rest, in: context) }
  let words = try Words.of(line).map(\.text)
  let (entry, count) = try VerbSearch.find(words)
  return try LineParse(entry: entry, words: Array(words.dropFirst(count))).request(in: context)
}

/// A verb that takes the rest of the line raw, and that rest without the blanks around it.
private func rawVerb(_ line: String, _ words: [Word]) -> (any RawVerb.Type, String)? {
  guard let (entry, count) = try? VerbSearch.find(words.map(\.text)),
    let type = entry.type as? any RawVerb.Type
  else { return nil }
  let rest = line.utf8.dropFirst(words[count - 1].end).drop(while: \.isBlank)
  let end = rest.lastIndex { !$0.isBlank }.map { rest.index(after: $0) } ?? rest.startIndex
  return (type, String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
}

/// One verb's words on their way through ArgumentParser.
struct LineParse {
  let entry: VerbEntry
  let words: [String]

  func request(in context: ParseContext) throws(CommandError) -> Request {
    let options = words.prefix { $0 != "--" }
    if options.contains(where: Self.helpNames.contains) { return .session(.help(entry.words)) }
    if let builtIn = options.first(where: Self.isBuiltIn) {
      throw usage("Unknown option '\(builtIn)'", context.width)
    }
    guard let type = entry.type as? any WordVerb.Type else {
      preconditionFailure("a verb takes words or the rest of the line")
    }
    let verb: any WordVerb
    do { verb = try type.parse(SignedValues.marked(type.arranged(words), of: type)) } catch {
      guard type.exitCode(for: error) != .success else { return .session(.help(entry.words)) }
      throw usage(type.complaint(about: words) ?? type.message(for: error), context.width)
    }
    return try Self.request(of: verb, entry, in: context)
  }

  /// The verb with its words; nil where they ask for help, or make no sense.
  var verb: (any WordVerb)? {
    let options = words.prefix { $0 != "--" }
    guard !options.contains(where: { Self.helpNames.contains($0) || Self.isBuiltIn($0) }),
      let type = entry.type as? any WordVerb.Type
    else { return nil }
    return try? type.parse(SignedValues.marked(type.arranged(words), of: type))
  }

  static func request(
    of verb: any WordVerb,
    _ entry: VerbEntry,
    in context: ParseContext
  ) throws(CommandError) -> Request {
    do throws(CommandError) {
      return try verb.request(in: context)
    } catch {
      throw error.completed(by: entry)
    }
  }

  private static let helpNames: [String] = ["--help", "-h", "-help"]

  /// ArgumentParser's own switches, which belong to programs and not to lines.
  private static func isBuiltIn(_ word: String) -> Bool {
    word.hasPrefix("---") || word.hasPrefix("--generate-completion-script")
      || word.hasPrefix("--experimental-dump-help") || word.hasPrefix("--help-")
  }

  private func usage(_ message: String, _ width: Int) -> CommandError {
    let definition = Definition(entry.type)
    let names = definition.parameters.flatMap(\.names)
    let unknown = words.lazy.filter { $0.hasPrefix("-") && $0 != "-" && $0 != "--" }
      .map { String($0.prefix { $0 != "=" }) }
      .first { !names.contains($0) }
    let near = unknown.map { option in
      // Whoever wants `--no-disabled` means anything but `--disabled`.
      let no = "--no-"
      let opposite: String = option.hasPrefix(no) ? "--" + String(option.dropFirst(no.count)) : ""
      return nearMisses(of: "--" + option.drop { $0 == "-" }, in: names.filter { $0 != opposite })
    }
    var sentence = String(message.split(separator: " Did you mean", maxSplits: 1).first ?? "")
    if let unknown, sentence.hasPrefix("Missing expected argument") {
      sentence = "Unknown option '\(unknown)'"
    }
    return .usage(
      command: entry.name,
      message: sentence,
      usage: Usage.text(definition, width: width - CommandError.usageMark.count),
      near: near ?? []
    )
  }
}

extension CommandError {
  /// A usage error of a verb that takes the rest of the line.
  static func usage(
    _ type: any RawVerb.Type,
    _ message: String,
    in context: ParseContext
  ) -> CommandError {
    let definition = Definition(type)
    return .usage(
      command: definition.name,
      message: message,
      usage: Usage.text(definition, width: context.width - usageMark.count),
      near: []
    )
  }

  /// Words that do not go together, as a verb has found out itself.
  static func misuse(_ message: String) -> CommandError {
    .usage(command: "", message: message, usage: "", near: [])
  }

  fileprivate func completed(by entry: VerbEntry) -> CommandError {
    guard case .usage("", let message, let usage, let near) = self else { return self }
    return .usage(command: entry.name, message: message, usage: usage, near: near)
  }
}
