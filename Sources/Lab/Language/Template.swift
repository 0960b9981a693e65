/// Prose, a label or a feedback: text with places that the world fills in.
///
/// Variables are already replaced by the values of the variant that was read.
public struct Template: Hashable, Sendable {
  public let parts: [Part]

  public enum Part: Hashable, Sendable {
    /// Markdown as it stands in the file.
    case text(String)
    /// What the world says, written `${…}` in the file, or `{K.p}` in a feedback.
    case expression(Formula)
  }

  init(parts: [Part]) {
    self.parts = parts
  }
}

extension Template {
  /// The text when nothing in it depends on a world.
  public var plainText: String? {
    let texts = parts.compactMap { if case .text(let text) = $0 { text } else { nil } }
    return texts.count == parts.count ? texts.joined() : nil
  }

  /// Every formula, in the order of the text.
  public var expressions: [Formula] {
    parts.compactMap { if case .expression(let formula) = $0 { formula } else { nil } }
  }

  public var isEmpty: Bool { parts.isEmpty }

  /// As in the file, however its lines are broken there.
  public var words: String {
    description.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// As in the file, but for escapes; for findings and tests.
extension Template: CustomStringConvertible {
  public var description: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .expression(let formula): "${\(formula)}"
      }
    }.joined()
  }
}
