/// A piece of a prompt in one style.
public struct PromptRun: Equatable, Sendable {
  public let text: String
  public let style: Style

  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  /// How a run looks: any of four attributes, and a colour of the terminal's 256.
  public struct Style: Hashable, Sendable {
    public var isBold: Bool
    public var isDim: Bool
    public var isUnderlined: Bool
    public var isInverse: Bool
    public var colour: UInt8?

    public static let plain = Style()
    public static let bold = Style(isBold: true)
    public static let dim = Style(isDim: true)

    public init(
      isBold: Bool = false,
      isDim: Bool = false,
      isUnderlined: Bool = false,
      isInverse: Bool = false,
      colour: UInt8? = nil
    ) {
      self.isBold = isBold
      self.isDim = isDim
      self.isUnderlined = isUnderlined
      self.isInverse = isInverse
      self.colour = colour
    }
  }
}

extension [PromptRun] {
  /// The prompt as the editor wants it: one escape, between marks, before the character that it
  /// changes, never two together and never one at the end.
  ///
  /// libedit drops an escape that no character follows and mixes up two that stand together, so the
  /// reset stands before the last space; a prompt that would end in a style gets such a space.
  var editorPrompt: String {
    var prompt = ""
    var current = PromptRun.Style.plain
    for (character, style) in styledCharacters {
      if style != current {
        prompt += "\u{1}\(style.escape)\u{1}"
        current = style
      }
      prompt.append(character)
    }
    return prompt
  }

  /// The prompt as it reads, without styles.
  var plainPrompt: String { String(styledCharacters.map(\.0)) }

  private var styledCharacters: [(Character, PromptRun.Style)] {
    var characters: [(Character, PromptRun.Style)] = flatMap { run in
      run.text.printable.map { ($0, run.style) }
    }
    guard let (last, style) = characters.last, style != .plain else { return characters }
    if last == " " { characters.removeLast() }
    characters.append((" ", .plain))
    return characters
  }
}

extension PromptRun.Style {
  /// The sequence that goes from any style to this one.
  fileprivate var escape: String {
    var codes = ["0"]
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isUnderlined { codes.append("4") }
    if isInverse { codes.append("7") }
    switch colour {
    case nil: break
    case let colour? where colour < 8: codes.append("\(30 + colour)")
    case let colour? where colour < 16: codes.append("\(82 + colour)")
    case let colour?: codes.append("38;5;\(colour)")
    }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }
}

extension String {
  /// The text on one line, with a question mark for each control character.
  var printable: String {
    var text = Self()
    for scalar in unicodeScalars {
      text.unicodeScalars.append(scalar.properties.generalCategory == .control ? "?" : scalar)
    }
    return text
  }
}
