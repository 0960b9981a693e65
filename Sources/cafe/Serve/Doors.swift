import CafeWorld
import DNS
import FoundationEssentials
import Glibc
import Route53
import Route53API
import Servers

/// The servers of one world.
struct Doors: Sendable {
  struct Ports: Sendable {
    let api: Int
    let dns: Int
    /// The first website's; the second's is one more, or any where this is 0.
    let web: Int

    static let usual = Ports(api: 5_380, dns: 5_300, web: 8_080)
    static let free = Ports(api: 0, dns: 0, web: 0)
  }

  /// Where a world can be reached.
  struct Addresses: Encodable, Sendable {
    let api: String
    let dns: String
    let websites: [String]

    /// Where the administrators' mail is shown.
    var inbox: String { api + "/_cafe/inbox" }

    /// Whether other machines can get there.
    var isExposed: Bool { !server.hasPrefix("127.") && server != "::1" }

    /// A URL has brackets around an address of version 6, dig has none.
    private var server: String { String(dns[..<colon]).filter { !"[]".contains($0) } }

    private var colon: String.Index { dns.lastIndex(of: ":") ?? dns.endIndex }

    /// The websites of the instances that a world has, and that do not run outside.
    func sites(in world: World) -> [String] {
      zip(websites, world.instances).filter { $0.1.outside == nil }.map { $0.0 }
    }

    /// What one types to get to what a world has.
    ///
    /// `pairs`: the file whose keys are good; nil: any are.
    func lines(in world: World, pairs: String?) -> [String] {
      let zones = world.hostedZones.filter { !$0.isPrivate }
      let name = zones.lazy.compactMap(\.website).first
      let asked = name ?? zones.first.map { $0.name.withoutDot + " NS" }
      let sites = sites(in: world)
      let curl = api.contains("[") ? "curl -g" : "curl"
      var lines: [String] = [
        "export AWS_ENDPOINT_URL=\(api) AWS_DEFAULT_REGION=us-west-2",
        pairs.map { "export AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=…  # a pair of \($0)" }
          ?? "export AWS_ACCESS_KEY_ID=cafe AWS_SECRET_ACCESS_KEY=cafe",
        "aws route53 list-hosted-zones",
      ]
      if let asked { lines.append("dig @\(server) -p \(dns[colon...].dropFirst()) \(asked)") }
      if pairs == nil || !isExposed { lines.append("\(curl) \(inbox)") }
      if let site = sites.first {
        let authority = site.split(separator: "/")[1]
        let url = name.map { "--connect-to ::\(authority) http://\($0)/cafe/" } ?? site
        lines.append("\(curl) \(url)")
      }
      return lines + sites.map { "a browser at \($0)" }
    }
  }

  /// A door that stayed closed, and why.
  struct Closed: Error {
    let sentence: String
  }

  let addresses: Addresses
  private let names: DNSServer
  private let pages: [HTTPServer]

  /// Opens all of them, or none.
  static func open(
    _ live: LiveWorld,
    on address: String,
    ports: Ports,
    credentials: Credentials? = nil
  ) throws(Closed) -> Doors {
    guard let own = IPAddress(address == "localhost" ? "127.0.0.1" : address) else {
      throw Closed(sentence: "\(address) is no address to listen on. Try --listen 127.0.0.1")
    }
    let names = try openDNS(live, on: own, port: ports.dns)
    do {
      let (api, sites) = try Bell.waiting {
        try await openPages(live, on: own.description, ports, credentials)
      }
      let host = own.urlHost
      return Doors(
        addresses: Addresses(
          api: "http://\(host):\(api.port)",
          dns: "\(host):\(names.port)",
          websites: sites.map { "http://\(host):\($0.port)/cafe/" }
        ),
        names: names,
        pages: [api] + sites
      )
    } catch {
      names.stop()
      throw error as? Closed ?? Closed(sentence: "\(error)")
    }
  }

  private static func openDNS(
    _ live: LiveWorld,
    on address: IPAddress,
    port: Int
  ) throws(Closed) -> DNSServer {
    do throws(DNSServer.Failure) {
      return try DNSServer.start(
        address: address,
        port: UInt16(port),
        sockets: 2,
        generation: { live.generation },
        snapshot: { live.snapshot }
      )
    } catch {
      switch error {
      case .cannotBind(_, let port, let code):
        throw cannot("DNS server", "--dns", address.description, Int(port), code)
      case .noThread: throw Closed(sentence: "the system has no thread left for the DNS server.")
      }
    }
  }

  @concurrent private static func openPages(
    _ live: LiveWorld,
    on address: String,
    _ ports: Ports,
    _ credentials: Credentials?
  ) async throws -> (api: HTTPServer, sites: [HTTPServer]) {
    var opened: [HTTPServer] = []
    func open(
      _ what: String,
      _ option: String,
      _ port: Int,
      _ refusals: HTTPRefusals = .plain,
      _ handler: @escaping HTTPServer.Handler
    ) async throws -> HTTPServer {
      do {
        let server = try await HTTPServer.start(
          on: address,
          port: port,
          refusals: refusals,
          handler: handler
        )
        opened.append(server)
        return server
      } catch {
        for server in opened { await server.stop() }
        guard let code = HTTPServer.code(error) else { throw error }
        throw cannot(what, option, address, port, code)
      }
    }
    let door = AmazonDoor(
      live,
      api: AWSAPI(credentials: credentials),
      now: { Clock.milliseconds },
      requestID: { UUID().uuidString.lowercased() }
    )
    let api = try await open("API", "--api", ports.api, door.refusals) { await door.reply(to: $0) }
    var sites: [HTTPServer] = []
    for place in 0..<2 {
      let site = try CafeSite(live, instance: place, asset: Surroundings.asset)
      let port = ports.web == 0 ? 0 : ports.web + place
      sites.append(try await open("website", "--web", port) { await site.reply(to: $0) })
    }
    return (api, sites)
  }

  /// Why an address cannot be listened on, and what to try.
  static func cannot(
    _ what: String,
    _ option: String,
    _ address: String,
    _ port: Int,
    _ code: Int32
  ) -> Closed {
    let advice =
      code == EADDRNOTAVAIL
      ? "No interface of this machine has that address: `ip address` lists those there are."
      : "Try another port: \(option) 0 takes one that is free."
    return Closed(
      sentence: "the \(what) cannot listen on \(address) port \(port): \(Problem(code).text). "
        + advice
    )
  }

  /// Takes no more requests, and returns when those that came in are answered.
  func close() {
    names.stop()
    let pages = pages
    try? Bell.waiting {
      for server in pages { await server.stop() }
    }
  }
}

extension HostedZone {
  /// `www` in it, if it is there.
  fileprivate var website: String? {
    let text = "www." + name.withoutDot
    guard let name = try? DomainName(text), !records.sets(name: name).isEmpty else { return nil }
    return text
  }
}

extension IPAddress {
  /// As a URL writes it.
  fileprivate var urlHost: String {
    if case .v6 = self { "[\(self)]" } else { description }
  }
}
