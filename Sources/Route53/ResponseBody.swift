/// The body of a page as far as a search needs it: a text somewhere in it, and how it is encoded.
public struct ResponseBody: Hashable, Sendable, Codable {
  /// How a body is sent; what is compressed is searched as it was before.
  public enum Encoding: String, CaseIterable, Hashable, Sendable, Codable {
    case identity
    case gzip
    case deflate
    case brotli = "br"
    case compress
  }

  public var text: String
  /// How many bytes of something else stand before the text.
  public var offset: Int
  public var encoding: Encoding
  /// How long after the status the body comes, in milliseconds.
  public var delayMilliseconds: Int

  public init(
    _ text: String,
    offset: Int = 0,
    encoding: Encoding = .identity,
    delayMilliseconds: Int = 0
  ) {
    self.text = text
    self.offset = offset
    self.encoding = encoding
    self.delayMilliseconds = delayMilliseconds
  }

  /// What a search finds; the service looks at the first 5120 bytes, decompresses gzip and deflate,
  /// and knows no other encoding (`DG:dns-failover-determining-health-of-endpoints`).
  public func finding(_ search: String) -> Finding {
    guard delayMilliseconds <= HealthRules.bodyLimitMilliseconds else { return .late }
    switch encoding {
    case .identity, .gzip, .deflate: break
    case .brotli, .compress: return .unreadable(encoding)
    }
    guard let place = firstPlace(of: Array(search.utf8)) else { return .missing }
    return offset + place + search.utf8.count <= HealthRules.searchedBytes ? .found : .missing
  }

  /// What came of looking for a string.
  public enum Finding: Hashable, Sendable, Codable {
    case found
    case missing
    case late
    case unreadable(Encoding)
  }

  /// Where the bytes first stand in the text.
  private func firstPlace(of wanted: [UInt8]) -> Int? {
    let bytes = Array(text.utf8.prefix(HealthRules.searchedBytes))
    guard wanted.count <= bytes.count else { return nil }
    return (0...(bytes.count - wanted.count)).first { start in
      bytes[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
