/// What a name server says, before it is fitted to a query and a size.
public struct Response: Sendable {
  public var code: WireCode
  /// Whether it comes from the zone itself.
  public var isAuthoritative: Bool
  public var records: [ResourceRecord]
  public var authority: [ResourceRecord]
  /// Addresses of the name servers that a referral names.
  public var glue: [ResourceRecord]

  public init(
    code: WireCode,
    isAuthoritative: Bool = false,
    records: [ResourceRecord] = [],
    authority: [ResourceRecord] = [],
    glue: [ResourceRecord] = []
  ) {
    self.code = code
    self.isAuthoritative = isAuthoritative
    self.records = records
    self.authority = authority
    self.glue = glue
  }

  /// The answer as octets but for what `Query.finish` puts in.
  ///
  /// Record sets are left out whole from the first that does not fit. If what was asked for is
  /// among them, the answer says that it is truncated; the zone's own name servers beside an answer
  /// are no such thing (RFC 2181 §9), the glue of a referral is (RFC 9471 §3.1).
  ///
  /// - Parameters:
  ///   - question: the octets of the question.
  ///   - name: the same name, or nil where there is no question to repeat.
  ///   - limit: the most octets.
  /// - Returns: the octets, and whether nothing was left out.
  public func body(
    question: some Collection<UInt8>,
    name: DomainName?,
    limit: Int
  ) -> (octets: [UInt8], isWhole: Bool) {
    var writer = WireWriter()
    writer.short(0)
    writer.short(0x8000 | (isAuthoritative ? 0x0400 : 0) | code.rawValue & 15)
    writer.short(name == nil ? 0 : 1)
    for _ in 0..<3 { writer.short(0) }
    if let name { writer.question(question, name: name) }
    var isWhole = true
    for (index, section) in [records, authority, glue].enumerated() where isWhole {
      let count = write(section, to: &writer, limit: limit)
      writer.set(UInt16(truncatingIfNeeded: count), at: 6 + 2 * index)
      isWhole = count == section.count
      if !isWhole, index != 1 || isAuthorityAsked { writer.truncated() }
    }
    return (writer.octets, isWhole)
  }

  /// Whether the authority section is the answer: a denial or a referral.
  private var isAuthorityAsked: Bool {
    records.isEmpty || authority.contains { $0.type == .soa }
  }

  /// Writes record sets as long as they fit.
  ///
  /// - Returns: how many records they have.
  private func write(
    _ section: [ResourceRecord],
    to writer: inout WireWriter,
    limit: Int
  ) -> Int {
    var written = 0
    while written < section.count {
      let first = section[written]
      let mark = writer.count
      var end = written
      while end < section.count, section[end].name == first.name, section[end].type == first.type {
        writer.record(section[end])
        end += 1
        guard writer.count <= limit else {
          writer.cut(to: mark)
          return written
        }
      }
      written = end
    }
    return written
  }
}

extension WireWriter {
  /// Sets the TC bit.
  fileprivate mutating func truncated() {
    set(UInt16(octets[2]) << 8 | UInt16(octets[3]) | 0x0200, at: 2)
  }
}

extension Response {
  /// Leaves of a reply its header and question, with the TC bit set: its client asks again by TCP.
  public static func truncate(_ reply: inout [UInt8]) {
    var end = Query.headerCount
    if reply[5] == 1 {
      while reply[end] != 0 { end += Int(reply[end]) + 1 }
      end += 5
    }
    reply.removeLast(reply.count - end)
    reply[2] |= 0x02
    for place in 6..<Query.headerCount { reply[place] = 0 }
  }
}
