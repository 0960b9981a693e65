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

  /// Whether a customer can order here: the café's own page, in time, with a status of success.
  public var takesOrders: Bool {
    guard case .answers(let status, let slow, let body) = self else { return false }
    return (200..<400).contains(status) && slow <= Timing.customerPatience && body == nil
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
    guard let instance = owner(of: address), !zoneOutages.contains(instance.zone) else {
      return .silent
    }
    if let region, cutOffs.contains(CutOff(region: region, address: address)) { return .silent }
    return instance.reach
  }
}

/// How a host meets a connection, before anything that lies on the way.
enum Listening: Hashable {
  case silent
  case refuses
  case serves(Serving)
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

  /// What a visitor finds at port 80.
  var reach: Reach {
    switch listening {
    case .silent: .silent
    case .refuses: .refuses
    case .serves(let serving):
      .answers(
        status: serving.status,
        slow: serving.connect + serving.slow + Int64(serving.page?.delayMilliseconds ?? 0),
        body: serving.page?.text
      )
    }
  }
}
