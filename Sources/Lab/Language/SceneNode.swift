import Commands
import Yams

/// One mapping of a scene's file: its values are asked for by key, and what is wrong with them goes
/// into the log.
struct SceneNode {
  /// What an author calls it, such as `the scene` or `an instance`.
  let place: String
  let position: SourcePosition
  private let values: [(key: String, position: SourcePosition, node: Node)]?

  init(_ node: Node, in place: String) {
    self.place = place
    position = node.mark?.position() ?? SourcePosition(line: 1, column: 1)
    values = node.mapping.map { mapping in
      mapping.map { key, value in
        (
          key.scalar?.string ?? "",
          key.mark?.position() ?? SourcePosition(line: 1, column: 1), value
        )
      }
    }
  }

  /// Whether it has keys at all, all of them known.
  func admits(_ known: [String], _ log: inout DiagnosticLog) -> Bool {
    guard let values else {
      log.add(.wrongSceneShape(key: place, expected: "keys with values"), at: position)
      return false
    }
    for value in values where !known.contains(value.key) {
      let near = nearest(to: value.key, in: known)
      log.add(.unknownSceneKey(value.key, in: sentenceStart, near: near), at: value.position)
    }
    return true
  }

  /// The value of a key that must be there.
  func text(_ key: String, _ log: inout DiagnosticLog) -> String? {
    if let text = optionalText(key, &log) { return text }
    if node(key) == nil {
      log.add(.missingSceneKey(key, in: sentenceStart), at: position)
    }
    return nil
  }

  func optionalText(_ key: String, _ log: inout DiagnosticLog) -> String? {
    guard let node = node(key) else { return nil }
    if let text = node.scalar?.string, !text.isEmpty { return text }
    log.add(.wrongSceneShape(key: key, expected: "one value"), at: place(of: key))
    return nil
  }

  /// A value that is made of text, or else why not.
  func value<Value>(
    _ key: String,
    _ expected: String,
    near known: [String] = [],
    _ log: inout DiagnosticLog,
    read: (String) -> Value?
  ) -> Value? {
    text(key, &log).flatMap { text in
      check(text, key, expected, near: known, &log, read: read)
    }
  }

  /// The same for a key that need not be there.
  func optionalValue<Value>(
    _ key: String,
    _ expected: String,
    near known: [String] = [],
    _ log: inout DiagnosticLog,
    read: (String) -> Value?
  ) -> Value? {
    optionalText(key, &log).flatMap { text in
      check(text, key, expected, near: known, &log, read: read)
    }
  }

  private func check<Value>(
    _ text: String,
    _ key: String,
    _ expected: String,
    near known: [String],
    _ log: inout DiagnosticLog,
    read: (String) -> Value?
  ) -> Value? {
    if let value = read(text) { return value }
    log.add(
      .badSceneValue(
        key: key,
        found: text,
        expected: expected,
        near: nearest(to: text, in: known)
      ),
      at: place(of: key)
    )
    return nil
  }

  /// The list of a key, each of whose items is a mapping; none if the key is not there.
  func list(_ key: String, of what: String, _ log: inout DiagnosticLog) -> [SceneNode] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else {
      log.add(.wrongSceneShape(key: key, expected: "a list"), at: place(of: key))
      return []
    }
    return sequence.map { SceneNode($0, in: what) }
  }

  /// The list of a key, each of whose items is one value; nil if the key is not there.
  func texts(_ key: String, _ log: inout DiagnosticLog) -> [String]? {
    guard let node = node(key) else { return nil }
    let texts = node.sequence?.compactMap { $0.scalar?.string }
    if let texts, texts.count == node.sequence?.count { return texts }
    log.add(.wrongSceneShape(key: key, expected: "a list of values"), at: place(of: key))
    return nil
  }

  /// Where the value of a key stands, or the mapping itself.
  func place(of key: String) -> SourcePosition {
    node(key)?.mark?.position() ?? position
  }

  private func node(_ key: String) -> Node? { values?.first { $0.key == key }?.node }

  private var sentenceStart: String { place.prefix(1).uppercased() + place.dropFirst() }
}
