/// What a test starts.
public struct Program: Sendable {
  public var path: String
  public var arguments: [String]
  public var environment: [String: String]
  public var directory: String?

  /// A program with all of its environment; nothing of the test's own is inherited.
  public init(
    _ path: String,
    _ arguments: [String] = [],
    environment: [String: String] = [:],
    directory: String? = nil
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.directory = directory
  }

  /// What is executed, its path first.
  var words: [String] {
    let command = [path] + arguments
    return directory.map { ["/usr/bin/env", "-C", $0] + command } ?? command
  }
}
