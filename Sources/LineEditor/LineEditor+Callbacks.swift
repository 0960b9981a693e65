import CLibedit

// What C calls. A closure written in main-actor code would be checked against the main actor by the
// runtime, so these functions stand outside an actor and find their editor by the context.
extension LineEditor {
  static let wakeCallback: ce_wake_function = { context in
    unsafe LineEditor.from(context).onWake()
  }

  static let completeCallback: ce_complete_function = { context, line, length, cursor in
    let bytes = unsafe UnsafeBufferPointer(start: line, count: length)
    guard let text = unsafe String(validating: bytes, as: UTF8.self) else { return false }
    return unsafe LineEditor.from(context).complete(text, cursor: cursor)
  }

  private static func from(_ context: UnsafeMutableRawPointer) -> LineEditor {
    unsafe Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
  }

  /// Does what TAB does, and says whether there was anything to do.
  private func complete(_ line: String, cursor: Int) -> Bool {
    guard let handle = unsafe handle else { return false }
    let completion = completing(line, cursor)
    switch completion.step(line: line, cursor: cursor) {
    case .nothing: return false
    case .list:
      printAbove(list(completion.candidates, above: line).joined(separator: "\n"))
      return true
    case .replace(let move, let deleting, let text):
      return unsafe ce_replace(handle, Int32(move), Int32(deleting), text)
    }
  }

  /// The list as rows, so few that the line below them stays on the screen.
  private func list(_ candidates: [Candidate], above line: String) -> [String] {
    let size = size
    let width: (Unicode.Scalar) -> Int = { Int(ce_width($0.value)) }
    let painted = (promptText + line).unicodeScalars.reduce(0) { $0 + width($1) }
    let limit = max(1, size.rows - 1 - painted / size.columns - 1)
    return CandidateList(
      candidates: candidates,
      columns: size.columns,
      limit: limit,
      width: width
    ).rows
  }
}
