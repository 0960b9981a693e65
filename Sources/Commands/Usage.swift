/// The usage line of a verb.
enum Usage {
  /// `create topic <name>`, broken at `width`, what can be left out in brackets.
  static func text(_ definition: Definition, width: Int) -> String {
    let pieces = [definition.name] + definition.parameters.map(piece)
    return Wrapping.lines(of: pieces, max(20, width), 4).joined(separator: "\n")
  }

  private static func piece(_ parameter: Parameter) -> String {
    let text = parameter.synopsis + (parameter.isRepeating ? " ..." : "")
    return parameter.isOptional ? "[\(text)]" : text
  }
}
