import CafeWorld
import DNS
import Terminal

/// What came of an order by hand.
struct OrderText {
  let page: PageText
  let item: String
  let at: Instant
  let placed: Bool

  var text: Styled {
    var sheet = Sheet(on: page.display)
    if placed {
      sheet.draw(Styled(page.thanks(for: item, at: at)))
      sheet.gap()
      sheet.say(sheet.mark(.done) + "Order placed: \(item), served by \(server).")
    } else {
      sheet.say(sheet.mark(.failed) + Styled("The order was not placed.", .bad.bold) + " \(reason)")
    }
    return sheet.text
  }

  private var visit: Visit { page.visit }

  private var server: String {
    let name = visit.instance.map { page.world.name(of: $0) } ?? visit.host
    return visit.zone.map { "\(name) in \($0)" } ?? name
  }

  /// Which part of the way failed: the name, the connection or the page.
  private var reason: String {
    let address = visit.address.map { page.world.described($0) } ?? ""
    switch visit.outcome {
    case .noName:
      return "It failed at DNS: \(visit.host) led to no address "
        + "(\(visit.code?.rawValue ?? "no answer"))."
    case .refused:
      return "DNS led to \(address). It failed at the connection: the host refused it, no web "
        + "server is listening."
    case .silent:
      return "DNS led to \(address). It failed at the connection: nothing came back."
    case .page(let status):
      return "DNS led to \(address) and the connection worked. It failed at the page: "
        + "\(pageFault(status))."
    }
  }

  private func pageFault(_ status: Int) -> String {
    guard case .answers(_, let slow, let body) = visit.reach else { return visit.reach.words }
    if status != 200 { return "HTTP \(status) \(HTTPStatus.phrase(status))" }
    if body != nil { return "it was not the café's page" }
    return "it took \(span(slow)), and customers wait \(span(Timing.customerPatience)) at most"
  }
}
