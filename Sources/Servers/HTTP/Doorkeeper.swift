import DNS

/// Who may come in, by the host that a request names and the page that it comes from.
///
/// A page of somebody else can make a browser ask a loopback address: under a name of its own that
/// leads there, or from its own origin. Programs do neither.
public enum Doorkeeper {
  /// Whether a host is the machine's own or a plain address: what no stranger's name can be.
  public static func isOwn(_ host: String) -> Bool {
    let name = name(of: host)
    return name == "localhost" || IPv4Address(name) != nil || isIPv6(name)
  }

  /// Whether a host is one that AWS's own clients name, which nobody else can own.
  public static func isAmazon(_ host: String) -> Bool {
    let name = name(of: host)
    return name == "amazonaws.com" || name.hasSuffix(".amazonaws.com")
  }

  /// Whether a request comes from a page of another origin than its own host.
  public static func isForeign(_ exchange: HTTPExchange) -> Bool {
    guard let origin = exchange.header("origin") else { return false }
    return origin.lowercased() != "http://" + (exchange.host ?? "").lowercased()
  }

  /// Whether a browser says that a page of another site asks, which names no origin where it asks
  /// by GET, as for a picture (W3C Fetch Metadata, `Sec-Fetch-Site`).
  public static func isFromAnotherSite(_ exchange: HTTPExchange) -> Bool {
    guard let site = exchange.header("sec-fetch-site")?.lowercased() else { return false }
    return site != "none" && site != "same-origin"
  }

  /// A host without its port, in lower case.
  public static func name(of host: String) -> String {
    let lower = host.lowercased()
    guard lower.hasPrefix("["), let end = lower.firstIndex(of: "]") else {
      return String(lower.prefix { $0 != ":" })
    }
    let rest = lower[lower.index(after: end)...]
    return rest.isEmpty || rest.hasPrefix(":") ? String(lower[...end]) : lower
  }

  /// The port that a host names; nil: it names none.
  static func port(of host: String) -> Int? {
    let rest = host.dropFirst(name(of: host).count)
    return rest.first == ":" ? Int(rest.dropFirst()) : nil
  }

  /// An address of version 6 in its brackets.
  private static func isIPv6(_ name: String) -> Bool {
    name.hasPrefix("[") && name.hasSuffix("]")
      && IPv6Address(String(name.dropFirst().dropLast())) != nil
  }
}
