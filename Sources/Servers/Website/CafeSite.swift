import CafeWorld
import DNS
import Route53

/// One of the café's websites as visitors from this machine find it.
///
/// A request that names this machine goes to the instance that the listener belongs to, any other
/// where its address or its name leads in the world, through the listener of whichever instance.
public struct CafeSite: Sendable {
  private let live: LiveWorld
  private let pages: SitePages
  private let place: Int

  /// The website of one instance.
  ///
  /// `place`: whose website this is, counted from 0 in the order of the instances.
  /// `asset`: the text of a page below `Assets/`.
  ///
  /// - Throws: where a page is no template.
  public init(_ live: LiveWorld, instance place: Int, asset: (String) -> String?) throws {
    self.live = live
    self.place = place
    pages = try SitePages(asset)
  }

  public func reply(to exchange: HTTPExchange) async -> HTTPReply {
    let world = live.snapshot.world
    guard !Doorkeeper.isForeign(exchange) else {
      return .response(SitePages.sentence(403, "This form belongs to another site."))
    }
    guard let address = destination(of: exchange, in: world) else {
      let host = Doorkeeper.name(of: exchange.host ?? "")
      return .response(
        SitePages.sentence(421, "Nothing in this world leads from \(host) to a web server.")
      )
    }
    if let instance = world.owner(of: address), let outside = instance.outside {
      return .response(
        SitePages.sentence(421, "\(instance.name) runs outside: its website is at \(outside).")
      )
    }
    switch world.reach(of: address, port: Self.port(of: exchange)) {
    case .silent: return .silence
    case .refuses: return .reset
    case .answers(let broken, let slow, let body):
      let visited = Visited(world: world, address: address, broken: broken, body: body)
      guard visited.isSound, exchange.method == "POST", exchange.path == Self.orderPath else {
        return .response(answer(exchange, visited), delay: slow)
      }
      return await order(exchange, visited, delay: slow)
    }
  }

  /// The port of the world that a visit goes to: the listener's own is no other than the web
  /// server's.
  private static func port(of exchange: HTTPExchange) -> Int {
    guard let own = exchange.localPort, !exchange.isForThisMachine,
      let port = Doorkeeper.port(of: exchange.host ?? ""), port != own
    else { return Website.port }
    return port
  }

  /// An address that nobody has, and nobody is reached at.
  private static let nobody = IPv4Address(bits: 0)

  /// Where a visit goes: to an address of the world, to where a name of it leads, or to the
  /// instance that the listener belongs to.
  private func destination(of exchange: HTTPExchange, in world: World) -> IPv4Address? {
    let host = Doorkeeper.name(of: exchange.host ?? "localhost")
    let address = IPv4Address(host)
    if let address, world.knows(address) { return address }
    if exchange.isForThisMachine {
      guard world.instances.indices.contains(place) else { return nil }
      return world.instances[place].publicAddress ?? Self.nobody
    }
    if let address { return address }
    // Nobody in the world can be reached by version 6.
    if Doorkeeper.isOwn(host) { return Self.nobody }
    guard let name = try? DomainName(host) else { return nil }
    let answer = world.authoritativeAnswer(Question(name: name, type: .a), explaining: false)
    return answer.records.lazy.compactMap { record in
      if case .a(let address) = record.data { address } else { nil }
    }.first
  }

  /// What the web server at an address says, as the world has it.
  private func answer(_ exchange: HTTPExchange, _ visited: Visited) -> HTTPAnswer {
    let path = exchange.path
    let status = Website.status(visited.broken, path: path)
    guard visited.broken == 200 else { return pages.failure(visited.broken) }
    if let body = visited.body {
      return HTTPAnswer(status: status, type: SitePages.html, text: body)
    }
    switch status {
    case 301:
      return HTTPAnswer(status: 301, headers: [("Location", "/cafe/")])
    case 404: return pages.failure(404)
    default: break
    }
    if Website.isRoot(path) {
      return HTTPAnswer(status: 200, type: SitePages.html, text: SitePages.greeting)
    }
    guard ["GET", "HEAD"].contains(exchange.method) else {
      return SitePages.notAllowed("This page is read, with GET or HEAD.", allow: "GET, HEAD")
    }
    return visited.world.page(at: visited.address).map(pages.index) ?? pages.failure(503)
  }

  private static let orderPath = "/cafe/order.php"

  private func order(
    _ exchange: HTTPExchange,
    _ visited: Visited,
    delay: Int64
  ) async -> HTTPReply {
    guard let item = OrderForm.item(in: exchange.body) else {
      return .response(
        SitePages.sentence(400, "An order names one item of the menu, in at most 100 letters.")
      )
    }
    let host = visited.address.description
    let outcome = await live.perform(
      [.order(host: host, item: item)],
      typed: "order \(host) '\(item)'"
    )
    guard let outcome, case .success(let events) = outcome.result else {
      return .response(pages.failure(503))
    }
    if events.contains(where: { if case .orderPlaced = $0.fact { true } else { false } }) {
      return .response(pages.confirmation(item, at: outcome.world.now), delay: delay)
    }
    // The server may have gone since the order was read.
    switch outcome.world.reach(of: visited.address) {
    case .silent: return .silence
    case .refuses: return .reset
    case .answers: return .response(pages.failure(503), delay: delay)
    }
  }
}

extension HTTPExchange {
  /// Whether its host is this machine, by one of the addresses under which it is known.
  fileprivate var isForThisMachine: Bool {
    guard let host else { return true }
    let name = Doorkeeper.name(of: host)
    if name == "localhost" { return true }
    guard let address = IPAddress(name.filter { !"[]".contains($0) }) else { return false }
    if address.isLoopback || address.isUnspecified { return true }
    guard let local = localAddress.flatMap({ IPAddress($0) }), !local.isLoopback else {
      return false
    }
    // On the way through a network it may have had another address, but the same port.
    return address == local || Doorkeeper.port(of: host) == localPort
  }
}

extension World {
  /// Whether an address is of this world: somebody has it, or had it before.
  fileprivate func knows(_ address: IPv4Address) -> Bool {
    owner(of: address) != nil || resource(at: address) != nil
      || elasticAddresses.contains { $0.address == address }
      || instances.contains { $0.formerAddresses.contains(address) }
  }
}

/// A web server that was reached.
struct Visited {
  let world: World
  let address: IPv4Address
  /// The status that a broken server gives to everything; 200: it is sound.
  let broken: Int
  /// Another page than the café's.
  let body: String?

  /// Whether it serves the café's pages.
  var isSound: Bool { broken == 200 && body == nil }
}
