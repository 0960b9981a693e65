public import DNS
import Route53

extension Rehearsal {
  /// Asks a resolver, which answers from its cache or asks the authority.
  @discardableResult
  mutating func lookUp(
    _ question: Question,
    _ name: String
  ) throws(Rejection) -> CachedAnswer {
    guard let resolver = world.resolver(name) else { throw .unknown(.resolver, name) }
    if let entry = world.cached(question, at: resolver) {
      happen(.nameLookedUp(resolver: resolver.name, entry, cached: true))
      return entry
    }
    let answer = world.fetched(question, by: resolver)
    happen(.nameLookedUp(resolver: resolver.name, answer, cached: false))
    return answer
  }

  mutating func fetch(_ host: String, _ path: String) throws(Rejection) {
    happen(.pageFetched(try visit(host, path)))
  }

  mutating func order(_ host: String, _ item: String) throws(Rejection) {
    let visit = try visit(host, "/cafe/order.php")
    happen(
      visit.reach.takesOrders ? .orderPlaced(visit, item: item) : .orderFailed(visit, item: item)
    )
  }

  /// Looks a host up with the learner's own resolver, unless it is an address, and connects.
  private mutating func visit(_ host: String, _ path: String) throws(Rejection) -> Visit {
    if let address = IPv4Address(host) { return connect(host, path, address, nil) }
    let name: DomainName
    do { name = try DomainName(host) } catch {
      throw .badValue(option: "host", value: host, allowed: "a name or an IPv4 address")
    }
    let question = Question(name: name, type: .a)
    let answer = try lookUp(question, Resolver.home)
    return connect(host, path, answer.addresses.first, answer.code)
  }

  private func connect(
    _ host: String,
    _ path: String,
    _ address: IPv4Address?,
    _ code: ResponseCode?
  ) -> Visit {
    let owner = address.flatMap { world.owner(of: $0) }
    return Visit(
      host: host,
      path: path,
      address: address,
      code: code,
      instance: owner?.id,
      zone: owner?.zone,
      resource: address.flatMap { world.resource(at: $0) }?.name,
      reach: address.map { world.reach(of: $0) } ?? .silent
    )
  }
}

extension CachedAnswer {
  /// The IPv4 addresses of the answer.
  public var addresses: [IPv4Address] {
    records.compactMap { if case .a(let address) = $0.data { address } else { nil } }
  }
}
