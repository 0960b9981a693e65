import Commands

/// A key of a fence with everything that hangs on it, or a line of its own.
enum FenceItem {
  case entry(Entry)
  /// A line at column 1 that is no key, with what is indented below it.
  case line(SourceLine, [SourceLine])

  struct Entry {
    let key: String
    /// What stands between the key and its colon, as in `wrong weighted:`.
    let name: SourceLine?
    let line: SourceLine
    var value: [SourceLine]
    /// Indented keys, such as the `say:` below a model.
    var inner: [Entry] = []

    var isEmpty: Bool { value.allSatisfy(\.isBlank) }
    func inner(_ key: String) -> Entry? { inner.first { $0.key == key } }
  }
}

/// Which keys a kind of fence has.
struct FenceKeys {
  var plain: [String] = []
  /// Keys that a name may follow.
  var named: [String] = []
  /// Indented keys below a named one.
  var inner: [String] = []
  /// Words that stand without a colon, such as `right?`.
  var marked: [String] = []
  /// Plain keys below which each line is text, whatever it begins with, unless it is a known key.
  var texts: [String] = []

  var all: [String] { plain + named + marked }

  /// Whether below a key a line that begins as a key does, and is none, is text all the same.
  func takesText(below key: String) -> Bool { all.isEmpty || texts.contains(key) }
}

extension Outline.Fence {
  /// The lines that count: comments are gone, blank lines stay, since they part paragraphs.
  var content: [SourceLine] { lines.filter { !$0.text.begins(with: "#") } }

  /// Sorts the lines into entries.
  ///
  /// Unknown keys and lines that hang on nothing are findings.
  func items(_ keys: FenceKeys, _ log: inout DiagnosticLog) -> [FenceItem] {
    var items: [FenceItem] = []
    var above = ""
    for line in content {
      if line.isIndented || line.isBlank {
        continueLast(line, of: &items, keys, &log)
      } else if let entry = entry(line, keys, below: above, &log) {
        items.append(.entry(entry))
        above = entry.key
      } else {
        items.append(.line(line.trimmed(), []))
      }
    }
    if items.count > LessonLimits.itemsOfFence {
      log.add(
        .tooManyItems(in: kind.rawValue, limit: LessonLimits.itemsOfFence),
        at: opening.position
      )
    }
    return Array(items.prefix(LessonLimits.itemsOfFence))
  }

  private func continueLast(
    _ line: SourceLine,
    of items: inout [FenceItem],
    _ keys: FenceKeys,
    _ log: inout DiagnosticLog
  ) {
    switch items.popLast() {
    case nil:
      if !line.isBlank { log.add(.strayLine(kind), at: line.trimmed().position) }
    case .line(let first, var rest):
      rest.append(line.trimmed())
      items.append(.line(first, rest))
    case .entry(var entry):
      let text = line.trimmed()
      if let key = keys.inner.first(where: { text.text.begins(with: $0 + ":") }),
        keys.named.contains(entry.key)
      {
        let value = text.droppingFirst(key.utf8.count + 1).trimmed()
        entry.inner.append(FenceItem.Entry(key: key, name: nil, line: text, value: [value]))
      } else if entry.inner.isEmpty {
        entry.value.append(text)
      } else {
        entry.inner[entry.inner.count - 1].value.append(text)
      }
      items.append(.entry(entry))
    }
  }

  private func entry(
    _ line: SourceLine,
    _ keys: FenceKeys,
    below above: String,
    _ log: inout DiagnosticLog
  ) -> FenceItem.Entry? {
    let (word, rest) = line.firstWord()
    if keys.marked.contains(word.string) {
      return FenceItem.Entry(key: word.string, name: nil, line: line, value: [rest])
    }
    let head = line.leadingLetters
    let after = line.text[head.endIndex...]
    let name =
      after.begins(with: " ")
      ? after.dropFirst().leading { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: " ") } : ""
    let colon = name.isEmpty ? head.endIndex : name.endIndex
    guard !head.isEmpty, line.text[colon...].begins(with: ":") else { return nil }
    let value = line.text[colon...].dropFirst()
    guard value.utf8.first?.isBlank ?? true else { return nil }
    let key = String(head)
    let isKnown = name.isEmpty ? (keys.plain + keys.named).contains(key) : keys.named.contains(key)
    guard isKnown else {
      if keys.takesText(below: above) { return nil }
      let near = nearest(to: key, in: keys.all)
      log.add(.unknownKey(String(line.text[..<colon]), in: kind, near: near), at: line.position)
      return FenceItem.Entry(key: "", name: nil, line: line, value: [])
    }
    return FenceItem.Entry(
      key: key,
      name: name.isEmpty ? nil : line.part(name),
      line: line,
      value: [line.part(value).trimmed()]
    )
  }
}
