import CafeWorld
import Mustache

/// The pages of the café's website, filled in.
struct SitePages: Sendable {
  static let html = "text/html; charset=utf-8"
  static let greeting =
    "<html><body><h1>\(Website.greeting.title)</h1><p>\(Website.greeting.words)</p></body></html>\n"

  private let front: MustacheTemplate
  private let thanks: MustacheTemplate

  /// - Throws: where a page is no template.
  init(_ asset: (String) -> String?) throws {
    front = try MustacheTemplate(string: asset("website/index.html") ?? "")
    thanks = try MustacheTemplate(string: asset("website/confirmation.html") ?? "")
  }

  /// The café's page, which has its words from the world.
  func index(_ cafe: CafePage) -> HTTPAnswer {
    let facts: [[String: String]] = cafe.facts.map { ["label": $0.label, "value": $0.value] }
    let menu: [[String: String]] = cafe.menu.map { item in
      ["name": item.name, "price": item.price ?? "", "short": item.short]
    }
    let words: [String: Any] = [
      "title": CafePage.title, "welcome": CafePage.welcome, "facts": facts, "menu": menu,
      "server_heading": CafePage.serverHeading, "menu_heading": CafePage.menuHeading,
      "order_heading": CafePage.orderHeading, "question": CafePage.orderQuestion,
      "promise": CafePage.orderPromise, "farewell": CafePage.farewell,
    ]
    return page(front.render(words))
  }

  func confirmation(_ item: String, at moment: Instant) -> HTTPAnswer {
    page(thanks.render(["item": item, "time": moment.civil(local: true).clock]))
  }

  /// What a web server says when it has no page.
  func failure(_ status: Int) -> HTTPAnswer {
    Self.sentence(status, "The web server says \(status).")
  }

  static func sentence(_ status: Int, _ text: String) -> HTTPAnswer {
    HTTPAnswer(status: status, type: "text/plain; charset=utf-8", text: text + "\n")
  }

  /// For a method that a page does not take; `allow`: those that it takes.
  static func notAllowed(_ text: String, allow: String) -> HTTPAnswer {
    let said = sentence(405, text)
    let headers = said.headers + [(name: "Allow", value: allow)]
    return HTTPAnswer(status: said.status, headers: headers, body: said.body)
  }

  /// A page must be new each time: where it comes from is what a visitor looks for.
  private func page(_ text: String) -> HTTPAnswer {
    HTTPAnswer(
      status: 200,
      headers: [
        ("Content-Type", Self.html), ("Cache-Control", "no-store"),
        (
          "Content-Security-Policy",
          "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"
        ),
        ("X-Content-Type-Options", "nosniff"),
      ],
      body: Array(text.utf8)
    )
  }
}
