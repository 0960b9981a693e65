/// The number of a record type or a query type on the wire (IANA, Domain Name System Parameters).
public struct TypeCode: RawRepresentable, Hashable, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  public init(_ type: RecordType) {
    self.init(rawValue: Self.number(of: type))
  }

  private static func number(of type: RecordType) -> UInt16 {
    switch type {
    case .a: 1
    case .ns: 2
    case .cname: 5
    case .soa: 6
    case .ptr: 12
    case .mx: 15
    case .txt: 16
    case .aaaa: 28
    case .srv: 33
    case .naptr: 35
    case .ds: 43
    case .sshfp: 44
    case .tlsa: 52
    case .svcb: 64
    case .https: 65
    case .spf: 99
    case .caa: 257
    }
  }

  /// The record type of this number, nil for one that no record set of Route 53 can have.
  public var recordType: RecordType? {
    RecordType.allCases.first { TypeCode($0) == self }
  }

  public static let opt = TypeCode(rawValue: 41)
  /// Whatever there is (RFC 8482 calls it ANY).
  public static let any = TypeCode(rawValue: 255)
  static let ixfr = TypeCode(rawValue: 251)

  /// Why a type is asked for in vain whatever the name; nil: it can be asked for.
  ///
  /// Whole zones are not handed out. What is obsolete or needs keys is not implemented. The other
  /// types from 128 to 255 are no types of questions (RFC 6895 §3.1), and neither is OPT.
  var refusal: WireCode? {
    switch rawValue {
    case 251, 252: .refused
    case 249, 253, 254: .notImplemented
    case 255: nil
    case 41, 128...250: .formatError
    default: nil
    }
  }
}
