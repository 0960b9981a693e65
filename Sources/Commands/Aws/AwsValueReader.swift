/// Reads the value of one option: plain text, shorthand, JSON or `file://`, as its shape demands.
struct AwsValueReader {
  let option: AwsOption
  /// Contents by path, as the shell has read them.
  let files: [String: String]

  func value(_ words: [String]) throws(CommandError) -> JSONValue {
    var texts: [String] = []
    for word in words { texts.append(try contents(of: word)) }
    return try Self.checked(try read(texts), option.shape, option.member, "--\(option.name)")
  }

  /// A value, if it has a shape and asks for nothing that this café does not have.
  ///
  /// `member` is what the service calls it, `what` what an error does: an option or a file.
  static func checked(
    _ value: JSONValue,
    _ shape: AwsShape,
    _ member: String,
    _ what: String
  ) throws(CommandError) -> JSONValue {
    let faults = shape.faults(in: value, at: member)
    guard faults.isEmpty else {
      let lines = ["Parameter validation failed:"] + faults.prefix(20)
      throw .badDocument(what: what, position: nil, message: lines.joined(separator: "\n"))
    }
    if let absent = shape.absence(in: value, at: member) {
      throw .badDocument(
        what: what,
        position: absent,
        message: "the real service has this, this café does not"
      )
    }
    return value
  }

  /// The text that `file://` names, or the word itself.
  private func contents(of word: String) throws(CommandError) -> String {
    for scheme in ["file://", "fileb://"] where word.hasPrefix(scheme) {
      let path = String(word.dropFirst(scheme.count))
      guard let text = files[path] else { throw .needsFile(path: path) }
      return text
    }
    return word
  }

  private func read(_ texts: [String]) throws(CommandError) -> JSONValue {
    switch option.shape {
    case .text, .prose: return .string(texts[0])
    case .whole, .decimal, .flag, .anything: return option.shape.reading(.string(texts[0]))
    case .structure: return try structured(texts[0], as: option.shape)
    case .list(let element):
      if texts.count == 1, texts[0].begins(with: "[") { return try json(texts[0]) }
      var elements: [JSONValue] = []
      for text in texts { elements.append(try structured(text, as: element)) }
      return .list(elements)
    }
  }

  private func structured(_ text: String, as shape: AwsShape) throws(CommandError) -> JSONValue {
    guard case .structure = shape else { return shape.reading(.string(text)) }
    if text.begins(with: "{") || text.begins(with: "[") { return try json(text) }
    do throws(ShorthandFault) {
      return shape.reading(try ShorthandReader.value(of: text))
    } catch {
      throw .badDocument(
        what: "--\(option.name)",
        position: "column \(error.column)",
        message: error.message
      )
    }
  }

  private func json(_ text: String) throws(CommandError) -> JSONValue {
    try Self.json(text, what: "--\(option.name)")
  }

  static func json(_ text: String, what: String) throws(CommandError) -> JSONValue {
    do throws(JSONFault) {
      return try JSONReader.value(of: text)
    } catch {
      throw .badDocument(
        what: what,
        position: "line \(error.line) column \(error.column)",
        message: "Invalid JSON: \(error.message)"
      )
    }
  }
}

extension String {
  /// Whether this is the first character that is no blank.
  fileprivate func begins(with character: Character) -> Bool {
    first { !$0.isWhitespace } == character
  }
}
