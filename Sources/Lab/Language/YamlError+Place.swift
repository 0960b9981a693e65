import Yams

extension YamlError {
  /// What is wrong, as the parser says it.
  var reason: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping: "a key stands twice"
    default: "it cannot be read"
    }
  }

  /// Where it is, counted from the beginning of the text; nil: nobody knows.
  var mark: Mark? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark
    case .duplicatedKeysInMapping(_, let context): context.mark
    default: nil
    }
  }
}

extension Mark {
  /// The place in a file in which so many lines stand above the text.
  func position(below lines: Int = 0) -> SourcePosition {
    SourcePosition(line: line + lines, column: column)
  }
}
