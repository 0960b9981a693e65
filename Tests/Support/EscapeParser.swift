/// Cuts what a program writes into characters, control characters and escape sequences.
struct EscapeParser: Sendable {
  enum Action {
    case print(Character)
    case control(UInt8)
    case escape(Character)
    case sequence(prefix: Character?, numbers: [Int], final: Character)
  }

  private enum State {
    case text
    case escape
    case charset
    case sequence(String)
    case title(sawEscape: Bool)
  }

  private var state = State.text
  private var character: [UInt8] = []

  mutating func next(_ byte: UInt8) -> Action? {
    switch state {
    case .text: return text(byte)
    case .escape: return escape(byte)
    case .charset:
      state = .text
      return nil
    case .sequence(let collected): return sequence(collected, byte)
    case .title(let sawEscape):
      let isOver = byte == 0x07 || sawEscape && byte == UInt8(ascii: "\\")
      state = isOver ? .text : .title(sawEscape: byte == 0x1B)
      return nil
    }
  }

  private mutating func text(_ byte: UInt8) -> Action? {
    if byte == 0x1B {
      state = .escape
      return nil
    }
    if byte < 0x20 || byte == 0x7F { return .control(byte) }
    if byte & 0xC0 != 0x80 { character = [] }
    character.append(byte)
    guard let text = String(validating: character, as: UTF8.self), let first = text.first else {
      return nil
    }
    character = []
    return .print(first)
  }

  private mutating func escape(_ byte: UInt8) -> Action? {
    switch byte {
    case UInt8(ascii: "["): state = .sequence("")
    case UInt8(ascii: "]"): state = .title(sawEscape: false)
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset
    default:
      state = .text
      return .escape(Character(Unicode.Scalar(byte)))
    }
    return nil
  }

  private mutating func sequence(_ collected: String, _ byte: UInt8) -> Action? {
    guard (0x40...0x7E).contains(byte) else {
      state = .sequence(collected + String(Unicode.Scalar(byte)))
      return nil
    }
    state = .text
    let isPrivate = collected.first.map { "<=>?".contains($0) } ?? false
    let numbers = collected.drop { "<=>?".contains($0) }.split(separator: ";").map { Int($0) ?? 0 }
    return .sequence(
      prefix: isPrivate ? collected.first : nil,
      numbers: numbers,
      final: Character(Unicode.Scalar(byte))
    )
  }
}
