import CafeWorld
import DNS
import Route53
import Terminal

/// A visit as `curl -i` prints it.
struct CurlText {
  let page: PageText
  let head: Bool

  private var visit: Visit { page.visit }

  var text: Styled {
    switch visit.outcome {
    case .noName: Styled("curl: (6) Could not resolve host: \(visit.host)", .bad)
    case .refused:
      Styled(
        "curl: (7) Failed to connect to \(visit.host) port \(Website.port): Connection refused",
        .bad
      )
    case .silent:
      Styled(
        "curl: (28) Failed to connect to \(visit.host) port \(Website.port): Connection timed out",
        .bad
      )
    case .page(let status): answer(status)
    }
  }

  private func answer(_ status: Int) -> Styled {
    let body = body(status)
    let isGood = (200..<400).contains(status)
    var lines = [Styled("HTTP/1.1 \(status) \(HTTPStatus.phrase(status))", isGood ? .good : .bad)]
    lines += [Styled("Date: \(date)"), Styled("Server: \(server)")]
    if status == 301, visit.path.prefix(while: { $0 != "?" }) == "/cafe" {
      lines.append(Styled("Location: http://\(visit.host)/cafe/", .value))
    }
    lines.append(Styled("Content-Length: \(body.utf8.count)"))
    if !body.isEmpty { lines.append("Content-Type: text/plain; charset=utf-8") }
    if !head, !body.isEmpty {
      lines += ["", Styled(body)]
    }
    return lines.joined()
  }

  private var server: String {
    switch visit.resource.flatMap({ page.world.resource($0) })?.kind {
    case .website: "AmazonS3"
    case .distribution: "CloudFront"
    case .loadBalancer: "awselb/2.0"
    case nil: "Apache"
    }
  }

  private func body(_ status: Int) -> String {
    if case .answers(_, _, let other?) = visit.reach { return other }
    switch status {
    case 200: return page.siteText
    case 301: return Website.moved
    default: return "\(status) \(HTTPStatus.phrase(status))"
    }
  }

  /// RFC 9110 §5.6.7.
  private var date: String {
    let civil = page.world.now.civil(local: false)
    let day = civil.day < 10 ? "0\(civil.day)" : "\(civil.day)"
    let month = CivilTime.months[civil.month - 1].prefix(3)
    return "\(civil.shortWeekday), \(day) \(month) \(civil.year) \(civil.clock) GMT"
  }
}
