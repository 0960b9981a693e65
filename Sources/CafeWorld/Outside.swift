public import DNS
import OrderedCollections
public import Route53

/// Where something runs that is not of this world: an address and a port that real probes go to.
public struct Outside: Hashable, Sendable, Codable, CustomStringConvertible {
  public let address: IPv4Address
  public let port: Int

  public init(address: IPv4Address, port: Int) {
    self.address = address
    self.port = port
  }

  /// `127.0.0.1:8081`; nil: the text is no address and port.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let port = UInt16(parts[1]), port > 0 else { return nil }
    let host = parts[0].lowercased() == "localhost" ? "127.0.0.1" : String(parts[0])
    guard let address = IPv4Address(host) else { return nil }
    self.init(address: address, port: Int(port))
  }

  public var description: String { "\(address):\(port)" }
}

/// A request that one checker has to make of something outside.
public struct RealProbe: Hashable, Sendable {
  public let check: HealthCheckID
  /// The checker's site, an index of `HealthRules.sites`.
  public let site: Int
  /// When it is to be made.
  public let due: Instant
  public let outside: Outside
  /// HTTP, HTTP with a string to find, or TCP.
  public let kind: HealthCheckKind
  public let path: String
  /// What the request names as its host.
  public let host: String
  public let searchString: String?
}

extension HealthCheckSettings {
  /// What a request outside names as its host: the name that the check gives, else where it goes.
  fileprivate func host(of outside: Outside) -> String {
    fullyQualifiedDomainName == nil ? outside.description : hostHeader ?? outside.description
  }
}

extension World {
  /// The requests that are due outside by a moment, in the order of the checks and their checkers.
  ///
  /// Each is due until `Command.reportProbe` says what became of it.
  public func realProbes(by moment: Instant) -> [RealProbe] {
    asking.flatMap { check, outside in
      check.checkers.compactMap { checker -> RealProbe? in
        guard let due = checker.asks, due <= moment else { return nil }
        return RealProbe(
          check: check.id,
          site: checker.site,
          due: due,
          outside: outside,
          kind: check.settings.kind,
          path: check.settings.resourcePath ?? "/",
          host: check.settings.host(of: outside),
          searchString: check.settings.searchString
        )
      }
    }
  }

  /// When the next request outside is due; nil: none is.
  public var nextRealProbe: Instant? {
    asking.flatMap { $0.check.checkers.compactMap(\.asks) }.min()
  }

  /// The checks whose requests leave this world.
  private var asking: [(check: HealthCheck, outside: Outside)] {
    guard hasOutside else { return [] }
    return checks.values.compactMap { check in outside(of: check).map { (check, $0) } }
  }

  /// Whether anything runs outside: without it no check need be looked at for that.
  var hasOutside: Bool { instances.contains { $0.outside != nil } }

  /// Where a check's requests go, when that is outside.
  func outside(of check: HealthCheck) -> Outside? {
    check.target.flatMap { owner(of: $0) }?.outside
  }

  /// Lets a check's checkers ask outside, or within, as its target asks for; those that are at rest
  /// stay so.
  func direct(_ check: inout HealthCheck, because event: Int) {
    let isOutside = outside(of: check) != nil
    let ways = isOutside ? [] : ways(of: check, because: event)
    let threshold = check.threshold(rules)
    for index in check.checkers.indices {
      let checker = check.checkers[index]
      if isOutside, checker.run != nil {
        let next = check.checkers[index].close(at: now, threshold: threshold) ?? now
        check.checkers[index].ask(at: max(now, next))
      } else if !isOutside, let next = checker.asks {
        check.checkers[index].begin(at: max(now, next), probing: ways[checker.site])
      }
    }
  }
}
