import Lab

extension Submission {
  /// What was handed in, in plain text to keep.
  ///
  /// `file`: the name of the submission's file; `bytes`: how long it is.
  public func receipt(file: String, bytes: Int) -> String {
    let rows = attempt.rows.count - 1
    return """
      Receipt
        quiz:        \(quiz)
        start code:  \(code)
        file:        \(file), \(bytes) bytes
        lines:       \(max(0, rows))
        checkpoint:  \(Checkpoint(head: head))

      Send the file to your instructor, and keep this receipt: its
      checkpoint stands for every line up to here.
      """
  }
}
