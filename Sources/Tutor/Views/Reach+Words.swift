import CafeWorld
import Route53
import Terminal

extension Reach {
  /// What a visitor finds, in a few words.
  var words: String {
    switch self {
    case .silent: "no answer"
    case .refuses: "refuses connections"
    case .answers(let status, let slow, let body):
      ([status == 200 ? "OK" : "answers HTTP \(status)"]
        + (slow > 0 ? ["\(span(slow)) slow"] : []) + (body == nil ? [] : ["another page"]))
        .joined(separator: ", ")
    }
  }

  var styled: Styled { Styled(words, takesOrders ? .good : .bad) }
}

extension World {
  /// What a visitor of an instance's website finds.
  func site(of instance: Instance) -> Reach {
    instance.publicAddress.map { reach(of: $0) } ?? .silent
  }

  /// The website of an instance in a few words.
  func siteWords(of instance: Instance) -> Styled {
    guard instance.publicAddress != nil else { return Styled("no address", .bad) }
    return site(of: instance).styled
  }

  /// What is wrong at an instance on purpose, a phrase each.
  func troubles(of instance: Instance) -> [String] {
    var troubles = instance.faults.map { fault in
      fault.kind.words + (fault.until.map { " until \($0.clock(seenFrom: now))" } ?? "")
    }
    if !instance.hasPower { troubles.insert("the host has no power", at: 0) }
    if zoneOutages.contains(instance.zone) {
      troubles.insert("all of \(instance.zone) is down", at: 0)
    }
    let regions = cutOffs(of: instance).map(\.region)
    if !regions.isEmpty {
      troubles.append("cut off from the checkers in \(listed(regions))")
    }
    return troubles
  }
}

extension FaultKind {
  /// The fault as a state that lasts.
  var words: String {
    switch self {
    case .refuse: "the web server's process is dead"
    case .drop: "packets are dropped"
    case .status(let status): "every page answers HTTP \(status)"
    case .slow(let time): "every page comes \(exact(time)) late"
    case .body: "the website shows another page"
    case .page(let page): "the website shows another page\(page.manner)"
    case .slowConnection(let time): "every connection takes \(exact(time)) to open"
    case .handshake(.always): "TLS fails on port \(Website.securePort)"
    case .handshake(.withoutHostName):
      "TLS fails on port \(Website.securePort) unless the client names the host (SNI)"
    }
  }

  /// How it is once the fault is over.
  var endWords: String {
    switch self {
    case .refuse: "the web server's process runs again"
    case .drop: "packets get through again"
    case .status(let status): "no page answers HTTP \(status) any more"
    case .slow: "pages come as fast as before"
    case .body, .page: "the website shows its own page again"
    case .slowConnection: "connections open as fast as before"
    case .handshake: "TLS works again on port \(Website.securePort)"
    }
  }
}

extension InstanceState {
  var styled: Styled {
    switch self {
    case .running: Styled(rawValue, .good)
    case .pending, .stopping, .shuttingDown: Styled(rawValue, .warning)
    case .stopped, .terminated: Styled(rawValue, .bad)
    }
  }
}

extension HealthStatus {
  var styled: Styled { Styled(rawValue, self == .healthy ? .good : .bad) }
  var sign: Sign { self == .healthy ? .done : .failed }
}

extension AlarmState {
  var styled: Styled {
    switch self {
    case .ok: Styled(rawValue, .good)
    case .alarm: Styled(rawValue, .bad)
    case .insufficientData: Styled(rawValue, .quiet)
    }
  }

  var sign: Sign {
    switch self {
    case .ok: .done
    case .alarm: .failed
    case .insufficientData: .open
    }
  }
}

extension ResponseBody {
  /// What is unusual about how a page is sent.
  fileprivate var manner: String {
    [
      offset > 0 ? "behind \(offset) other bytes" : nil,
      encoding == .identity ? nil : "encoded as \(encoding.rawValue)",
      delayMilliseconds > 0 ? "\(span(Milliseconds(delayMilliseconds))) after its status" : nil,
    ].compactMap { $0.map { ", \($0)" } }.joined()
  }
}
