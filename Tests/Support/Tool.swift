import Glibc

/// A program of the machine that some tests need, and the package of Debian that brings it.
public struct Tool: Sendable, CustomStringConvertible {
  public let name: String
  public let package: String
  /// Where it is; nil: it is not here.
  public let path: String?

  public init(_ name: String, package: String) {
    self.name = name
    self.package = package
    path = ["/usr/bin/", "/usr/local/bin/", "/usr/sbin/"].map { $0 + name }
      .first { unsafe access($0, X_OK) == 0 }
  }

  public var isHere: Bool { path != nil }

  public var description: String {
    "needs \(name) (apt-get install \(package))"
  }

  /// What it prints, on both of its streams.
  public func run(_ arguments: [String], input: String = "") throws -> String {
    guard let path else { throw SupportFailure.system(description, errno: ENOENT) }
    let run = try PipedRun(
      Program(path, arguments, environment: ["HOME": "/nonexistent", "LANG": "C.UTF-8"]),
      input: input
    )
    return run.output + run.errors
  }
}
