/// One thing that the author of a file should look at: where, what, and what to write instead.
public struct Remark: Hashable, Sendable {
  public let position: SourcePosition
  /// A short name that never changes its meaning.
  public let code: String
  /// The id of the step; nil where no step is meant.
  public let step: String?
  /// One sentence or two.
  public let message: String
  public let fix: String?

  public init(
    position: SourcePosition,
    code: String,
    step: String?,
    message: String,
    fix: String?
  ) {
    self.position = position
    self.code = code
    self.step = step
    self.message = message
    self.fix = fix
  }

  public init(_ diagnostic: Diagnostic) {
    self.init(
      position: diagnostic.position,
      code: diagnostic.code,
      step: nil,
      message: diagnostic.message,
      fix: diagnostic.fix
    )
  }
}
