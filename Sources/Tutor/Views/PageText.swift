import CafeWorld
import DNS
import Route53
import Terminal

/// What a visit to the café's website looks like.
struct PageText {
  let visit: Visit
  let world: World
  let display: Display
  let asset: (String) -> String?

  /// The page as a browser shows it, with the address above it.
  var browser: Styled {
    var sheet = Sheet(on: display)
    sheet.say("Address: " + Styled("http://\(visit.host)\(shownPath)", .accent))
    sheet.gap()
    switch visit.outcome {
    case .noName: tell(noName, into: &sheet)
    case .refused: tell(refused, into: &sheet)
    case .silent: tell(silent, into: &sheet)
    case .page(let status): page(status, into: &sheet)
    }
    return sheet.text
  }

  /// A browser follows the redirection of `/cafe`.
  private var shownPath: String {
    if visit.outcome == .page(status: 301), visit.path == "/cafe" { return "/cafe/" }
    return visit.path
  }

  /// A page that a browser makes itself, and what it means.
  private struct Failure {
    let title: String
    let words: String
    let code: String
    let meaning: String
  }

  private func tell(_ failure: Failure, into sheet: inout Sheet) {
    sheet.say(sheet.mark(.failed) + Styled(failure.title, .bad.bold), indent: 2)
    sheet.say(Styled(failure.words), indent: 2)
    sheet.say(Styled(failure.code, .quiet), indent: 2)
    sheet.gap()
    sheet.say(Styled(failure.meaning))
  }

  private var noName: Failure {
    switch visit.code {
    case .nxDomain:
      Failure(
        title: "This site can't be found",
        words: "The name \(visit.host) does not exist.",
        code: "DNS_PROBE_FINISHED_NXDOMAIN",
        meaning: "It failed at DNS: the answer was NXDOMAIN, no such name. No server was asked for "
          + "anything. `dig \(visit.host)` shows the answer."
      )
    case .servFail, .refused:
      Failure(
        title: "This site can't be found",
        words: "Nobody could say what \(visit.host) means.",
        code: "DNS_PROBE_FINISHED_BAD_CONFIG",
        meaning: "It failed at DNS: no name server answers for this name "
          + "(\(visit.code?.rawValue ?? "")). "
          + "No server was asked for anything."
      )
    case .noError, nil:
      Failure(
        title: "This site can't be found",
        words: "The name \(visit.host) has no address.",
        code: "DNS_PROBE_FINISHED_NO_ADDRESS",
        meaning: "It failed at DNS: the name exists, but has no A record, which would hold an IPv4 "
          + "address. `dig \(visit.host)` shows the answer."
      )
    }
  }

  private var refused: Failure {
    Failure(
      title: "This site can't be reached",
      words: "\(visit.host) refused to connect.",
      code: "ERR_CONNECTION_REFUSED",
      meaning: "DNS is not at fault: \(way) The host there is alive, but no web server takes the "
        + "connection."
    )
  }

  private var silent: Failure {
    Failure(
      title: "This site can't be reached",
      words: "\(visit.host) took too long to respond.",
      code: "ERR_CONNECTION_TIMED_OUT",
      meaning: "DNS is not at fault: \(way) Nothing comes back from there."
    )
  }

  /// How the visit got as far as an address.
  private var way: String {
    guard let address = visit.address else { return "" }
    let holder =
      visit.instance.map { "\(world.name(of: $0))'s address" }
      ?? visit.resource.map { "an address of \($0.shown)" } ?? "an address that nobody has"
    return visit.code == nil
      ? "\(address) is \(holder)." : "\(visit.host) led to \(address), \(holder)."
  }

  private func page(_ status: Int, into sheet: inout Sheet) {
    guard case .answers(_, let slow, let body) = visit.reach else { return }
    if slow > 0 {
      let tooSlow = slow > Timing.customerPatience
      sheet.say(
        sheet.mark(.warning) + "The page took \(span(slow)) to come."
          + (tooSlow ? " A customer gives up after \(span(Timing.customerPatience))." : "")
      )
      sheet.gap()
    }
    if let body {
      sheet.say(Styled(body), indent: 2)
      sheet.gap()
      sheet.say(
        sheet.mark(.warning)
          + "The server answered HTTP \(status), but this is not the café's page: nobody can "
          + "order."
      )
    } else if status == 200 || (status == 301 && visit.path == "/cafe") {
      draw(siteText, into: &sheet)
    } else {
      let phrase = HTTPStatus.phrase(status)
      sheet.say(sheet.mark(.failed) + Styled("\(status) \(phrase)", .bad.bold), indent: 2)
      sheet.say(Styled(HTTPStatus.meaning(status, path: visit.path)), indent: 2)
      sheet.gap()
      sheet.say("DNS and the connection worked: \(way) The answer is the web server's.")
    }
  }

  /// What stands at the visit's path, after a redirection where that leads.
  var siteText: String {
    let path = visit.path == "/cafe" ? "/cafe/" : visit.path
    return world.page(of: visit).map { Website.text(path: path, $0) } ?? ""
  }

  private func draw(_ text: String, into sheet: inout Sheet) {
    let hanging = Styled("    ")
    sheet.draw(Styled(text).wrapped(to: display.width, hanging: hanging).joined())
    guard !Website.isRoot(visit.path) else { return }
    sheet.gap()
    sheet.say(Views.none("Here you order by typing `order \(visit.host)`."))
  }

  /// The page that thanks for an order.
  func thanks(for item: String, at moment: Instant) -> String {
    let text = asset("website/confirmation.txt") ?? "{{item}}, {{time}}"
    return text.replacing("{{item}}", with: item).replacing("{{time}}", with: moment.clock)
  }
}

extension Visit {
  /// How far a visit got.
  enum Outcome: Equatable {
    case noName, refused, silent
    case page(status: Int)
  }

  var outcome: Outcome {
    guard address != nil else { return .noName }
    switch reach {
    case .silent: return .silent
    case .refuses: return .refused
    case .answers(let status, _, .some) where resource != nil: return .page(status: status)
    case .answers(let status, _, _): return .page(status: Website.status(status, path: path))
    }
  }
}
