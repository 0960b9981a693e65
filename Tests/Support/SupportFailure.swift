/// Why a test's program could not be driven on.
public enum SupportFailure: Error, CustomStringConvertible {
  case system(String, errno: Int32)
  case timedOut(String, screen: String)
  case ended(String, screen: String)

  public var description: String {
    switch self {
    case .system(let what, let errno): "\(what): error \(errno)"
    case .timedOut(let what, let screen): "time is up, waiting for \(what):\n\(screen)"
    case .ended(let what, let screen): "the program ended, waiting for \(what):\n\(screen)"
    }
  }
}
