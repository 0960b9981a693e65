/// Reads the value of one option: plain text, shorthand, JSON or `file://`, as its shape demands.
struct AwsValueReader {
  let option: AwsOption
  /// Contents by path, as the shell has read them.
  let files: [String: String]

  func value(_ words: [String]) throws(CommandError) -> JSONValue {
    var contents: [Content] = []
    for word in words { contents.append(try content(of: word)) }
    return try Self.checked(try read(contents), option.shape, option.member, "--\(option.name)")
  }

  /// What is to be read, and what an error calls it: the option, or the file that it names.
  private struct Content {
    let text: String
    let what: String
    let isFile: Bool
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
  private func content(of word: String) throws(CommandError) -> Content {
    for scheme in ["file://", "fileb://"] where word.hasPrefix(scheme) {
      let path = String(word.dropFirst(scheme.count))
      guard let text = files[path] else { throw .needsFile(path: path) }
      return Content(text: text, what: path, isFile: true)
    }
    return Content(text: word, what: "--\(option.name)", isFile: false)
  }

  private func read(_ contents: [Content]) throws(CommandError) -> JSONValue {
    switch option.shape {
    case .text, .prose: return .string(contents[0].text)
    case .whole, .decimal, .flag, .anything: return option.shape.reading(.string(contents[0].text))
    case .structure: return try structured(contents[0], as: option.shape)
    case .list(let element):
      if contents.count == 1, contents[0].text.begins(with: "[") { return try json(contents[0]) }
      var elements: [JSONValue] = []
      for content in contents { elements.append(try structured(content, as: element)) }
      return .list(elements)
    }
  }

  /// A file that is no shorthand either was meant to be JSON.
  private func structured(
    _ content: Content,
    as shape: AwsShape
  ) throws(CommandError) -> JSONValue {
    let text = content.text
    guard case .structure = shape else { return shape.reading(.string(text)) }
    if text.begins(with: "{") || text.begins(with: "[") { return try json(content) }
    do throws(ShorthandFault) {
      return shape.reading(try ShorthandReader.value(of: text))
    } catch {
      if content.isFile { return try json(content) }
      throw .badDocument(
        what: content.what,
        position: "column \(error.column)",
        message: error.message
      )
    }
  }

  private func json(_ content: Content) throws(CommandError) -> JSONValue {
    try Self.json(content.text, what: content.what)
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
