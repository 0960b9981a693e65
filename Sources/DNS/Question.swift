/// What a client asks a name server.
public struct Question: Hashable, Sendable, Codable {
  public let name: DomainName
  public let type: RecordType

  public init(name: DomainName, type: RecordType) {
    self.name = name
    self.type = type
  }
}
