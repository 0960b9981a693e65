public import DNS
import Route53

/// What somebody finds who connects to port 80 of an address.
public enum Reach: Hashable, Sendable, Codable {
  /// Nothing comes back: packets are dropped, or nobody has the address.
  case silent
  /// The host is there and says no.
  case refuses
  /// The web server answers: status, extra milliseconds, and another body than the café's page.
  case answers(status: Int, slow: Milliseconds, body: String?)

  /// Whether a customer can order here: the café's own page, in time.
  ///
  /// A redirect that leads nowhere and an answer without a page are no page to order from, though a
  /// health check takes a status of 2xx or 3xx for a success.
  public var takesOrders: Bool {
    guard case .answers(let status, let slow, let body) = self else { return false }
    return status == 200 && slow <= Timing.customerPatience && body == nil
  }
}

extension World {
  /// The instance that has this public address now.
  public func owner(of address: IPv4Address) -> Instance? {
    instances.first { $0.publicAddress == address }
  }

  /// What a connection to port 80 of an address finds, from a checker's region or, with nil, from
  /// the customers' side of the internet.
  public func reach(of address: IPv4Address, from region: String? = nil) -> Reach {
    guard let host = host(at: address) else { return .silent }
    if let region, cutOff(of: region, from: address) != nil { return .silent }
    return Reach(host.listening)
  }

  /// What a connection to any port of an address finds: a host that is there refuses on those where
  /// it has no web server.
  public func reach(of address: IPv4Address, port: Int) -> Reach {
    let found = reach(of: address)
    guard case .answers = found, let host = host(at: address), !host.ports.contains(port) else {
      return found
    }
    return .refuses
  }

  /// Whoever a connection to an address comes to; nil: packets are lost on the way.
  func host(at address: IPv4Address) -> Host? {
    guard let instance = owner(of: address) else { return resource(at: address).map(Host.resource) }
    return zoneOutages.contains(instance.zone) ? nil : .instance(instance)
  }
}

/// Whoever answers at an address.
enum Host {
  case instance(Instance)
  case resource(AwsResource)

  var listening: Listening {
    switch self {
    case .instance(let instance): instance.listening
    case .resource(let resource): .serves(resource.serving)
    }
  }

  var ports: [Int] {
    switch self {
    case .instance: Website.ports
    case .resource(let resource): resource.ports
    }
  }

  /// The status of a path, where a web server is broken its own; a static website has its one page
  /// at every path.
  func status(_ broken: Int, path: String) -> Int {
    if case .resource(let resource) = self, resource.kind == .website { return broken }
    return Website.status(broken, path: path)
  }

  /// What stands at a path of a sound web server, as a search finds it.
  func body(path: String) -> ResponseBody { ResponseBody(Website.text(path: path, page)) }

  private var page: CafePage {
    switch self {
    case .instance(let instance): instance.page
    case .resource(let resource): resource.page
    }
  }
}

/// How a host meets a connection, before anything that lies on the way.
enum Listening: Hashable {
  case silent
  case refuses
  case serves(Serving)
}

extension Listening {
  /// As somebody found it who really looked; before that it is taken to be sound.
  init(_ found: Reach?) {
    switch found {
    case nil: self = .serves(Serving())
    case .silent: self = .silent
    case .refuses: self = .refuses
    // What was asked for may be a redirect to the page, as from `/cafe`; visitors follow it.
    case .answers(let status, let slow, _):
      let arrived = (300..<400).contains(status) ? 200 : status
      self = .serves(Serving(slow: slow, status: arrived))
    }
  }
}

/// How a web server serves: times in milliseconds, and what is wrong with its pages.
struct Serving: Hashable {
  var connect: Milliseconds = 0
  var slow: Milliseconds = 0
  var status = 200
  var page: ResponseBody?
  var handshake: HandshakeFault?
}

extension Instance {
  var listening: Listening {
    if outside != nil { return Listening(found) }
    guard hasPower, service != .silent else { return .silent }
    var isRefusing = service == .refusing
    var serving = Serving()
    for fault in faults {
      switch fault.kind {
      case .refuse: isRefusing = true
      case .drop: return .silent
      case .status(let code): serving.status = code
      case .slow(let time): serving.slow = time
      case .body(let text): serving.page = ResponseBody(text)
      case .page(let page): serving.page = page
      case .slowConnection(let time): serving.connect = time
      case .handshake(let fault): serving.handshake = fault
      }
    }
    return isRefusing ? .refuses : .serves(serving)
  }
}

extension Reach {
  /// What a visitor finds at port 80.
  init(_ listening: Listening) {
    switch listening {
    case .silent: self = .silent
    case .refuses: self = .refuses
    case .serves(let serving):
      self = .answers(
        status: serving.status,
        slow: serving.connect + serving.slow + Int64(serving.page?.delayMilliseconds ?? 0),
        body: serving.page?.text
      )
    }
  }
}
