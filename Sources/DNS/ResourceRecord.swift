/// One line of an answer.
public struct ResourceRecord: Hashable, Sendable, Codable {
  public let name: DomainName
  public let type: RecordType
  /// In seconds.
  public let ttl: Int
  public let data: RecordData

  public init(name: DomainName, ttl: Int, data: RecordData) {
    self.name = name
    self.type = data.type
    self.ttl = ttl
    self.data = data
  }
}

extension ResourceRecord: CustomStringConvertible {
  /// The record as a line of a zone file, its fields parted by single spaces.
  public var description: String {
    "\(name) \(ttl) IN \(type.rawValue) \(data)"
  }
}
