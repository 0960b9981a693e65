/// Text that may run over several lines of the file and knows where each of its characters stands.
///
/// The lines are joined by newlines; values of variables are already in their places, each
/// character of a value standing where its `${` stands.
struct Passage {
  private(set) var characters: [Character] = []
  private var positions: [SourcePosition] = []
  let end: SourcePosition

  init(_ lines: [SourceLine], variables: Variables = Variables()) {
    end = lines.last?.end ?? SourcePosition(line: 1, column: 1)
    let bytes = lines.reduce(lines.count) { $0 + $1.text.utf8.count }
    characters.reserveCapacity(bytes)
    positions.reserveCapacity(bytes)
    for (index, line) in lines.enumerated() {
      if index > 0 { append("\n", at: lines[index - 1].end) }
      append(line, variables)
    }
  }

  var text: String { String(characters) }
  var start: SourcePosition { position(at: 0) }

  func position(at offset: Int) -> SourcePosition {
    positions.indices.contains(offset) ? positions[offset] : end
  }

  func starts(with word: String, at offset: Int) -> Bool {
    characters[min(offset, characters.count)...].starts(with: word)
  }

  /// Without variables, which is nearly always, a line is taken as it stands.
  private mutating func append(_ line: SourceLine, _ variables: Variables) {
    var position = line.position
    guard !variables.isEmpty, line.contains(UInt8(ascii: "$")) else {
      // In ASCII, which nearly all lines are, no character needs to be looked for.
      if line.text.utf8.allSatisfy({ $0 < 0x80 }) {
        for byte in line.text.utf8 {
          append(Character(Unicode.Scalar(byte)), at: position)
          position = position.moved(by: 1)
        }
      } else {
        for character in line.text {
          append(character, at: position)
          position = position.moved(by: 1)
        }
      }
      return
    }
    var rest = line.text
    while let character = rest.first {
      if character == "$", let found = variables.value(at: rest) {
        for letter in found.value { append(letter, at: position) }
        position = position.moved(by: found.length)
        rest = rest.dropFirst(found.length)
      } else {
        append(character, at: position)
        position = position.moved(by: 1)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func append(_ character: Character, at position: SourcePosition) {
    characters.append(character)
    positions.append(position)
  }
}

extension SourcePosition {
  func moved(by columns: Int) -> Self { Self(line: line, column: column + columns) }
}
