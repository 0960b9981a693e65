/// How an answer ends, by its number on the wire (RFC 1035 §4.1.1, RFC 6891 §6.1.3).
public enum WireCode: UInt16, Sendable {
  case noError = 0
  case formatError = 1
  case serverFailure = 2
  case nxDomain = 3
  case notImplemented = 4
  case refused = 5
  /// A version of EDNS that is not known; its high bits stand in the OPT record.
  case badVersion = 16

  public init(_ code: ResponseCode) {
    self =
      switch code {
      case .noError: .noError
      case .nxDomain: .nxDomain
      case .refused: .refused
      case .servFail: .serverFailure
      }
  }
}
