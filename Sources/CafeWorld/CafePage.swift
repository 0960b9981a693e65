public import DNS
import Route53

/// The café's page in words: what visitors are shown, and what a health checker searches.
///
/// `Assets/website` gives it its looks in a browser; every word of it stands here.
public struct CafePage: Hashable, Sendable {
  /// The server that sent it, as the page names it.
  public let instance: String
  public let region: String
  /// Nil: it stands in none.
  public let zone: String?
  public let menu: [Item]

  /// Something to eat or to drink.
  public struct Item: Hashable, Sendable {
    public let name: String
    /// Nil: the menu does not say.
    public let price: String?
    /// What it is called in an order.
    public let short: String

    init(_ name: String, _ price: String? = nil, short: String? = nil) {
      (self.name, self.price) = (name, price)
      self.short = short ?? name
    }
  }

  public static let title = "Café"
  public static let welcome = "Baked this morning, poured this minute."
  public static let serverHeading = "Server Information"
  public static let menuHeading = "Menu"
  public static let orderHeading = "Order"
  public static let orderQuestion = "What may it be?"
  public static let orderPromise = "Ready when you arrive."
  public static let farewell = "Open every day. Online all day, and all night."

  /// What the café serves where nothing else is said.
  static let standingMenu = [
    Item("Coffee, filtered by hand", "$2.80", short: "Coffee"), Item("Cappuccino", "$3.60"),
    Item("Hot chocolate with cinnamon", "$3.90", short: "Hot chocolate"),
    Item("Tea from fresh mint", "$2.60", short: "Mint tea"), Item("Almond croissant", "$3.20"),
    Item("Lemon tart", "$4.10"), Item("Frank's apple cake", "$4.40", short: "Apple cake"),
  ]

  /// Where the page comes from, line by line.
  public var facts: [(label: String, value: String)] {
    var facts: [(label: String, value: String)] = [("Instance", instance), ("Region", region)]
    if let zone { facts.append(("Availability Zone", zone)) }
    return facts
  }

  /// The page as text.
  public var text: String {
    let served = facts.map { fact in
      "  " + fact.label.filled(to: Self.labelWidth, with: " ") + fact.value
    }
    let first = menu.first.map { "   [ \($0.name)  v ]" } ?? ""
    let parts: [[String]] = [
      [Self.title, Self.welcome], [Self.serverHeading] + served,
      [Self.menuHeading] + menu.map { "  " + $0.line },
      [
        Self.orderHeading, "  " + Self.orderQuestion + first,
        "  [ \(Self.orderHeading) ]   " + Self.orderPromise,
      ], [Self.farewell],
    ]
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private static let labelWidth = 20
}

extension CafePage.Item {
  /// The name, and the price at the end of its dots.
  fileprivate var line: String {
    guard let price else { return name }
    return (name + " ").filled(to: 37, with: ".") + " " + price
  }
}

extension String {
  fileprivate func filled(to width: Int, with filling: Character) -> String {
    self + String(repeating: filling, count: max(0, width - count))
  }
}

extension Instance {
  /// The page that its web server sends.
  var page: CafePage {
    let own = menu?.split(whereSeparator: \.isNewline).map { CafePage.Item(String($0)) }
    return CafePage(
      instance: name,
      region: region,
      zone: zone,
      menu: own ?? CafePage.standingMenu
    )
  }
}

extension AwsResource {
  /// The page of the café behind it.
  var page: CafePage {
    CafePage(
      instance: name.withoutDot,
      region: region,
      zone: nil,
      menu: CafePage.standingMenu
    )
  }
}

extension World {
  /// The café's page as whoever took a visit sends it; nil: nobody did.
  public func page(of visit: Visit) -> CafePage? {
    visit.instance.flatMap { instance($0) }?.page ?? visit.resource.flatMap { resource($0) }?.page
  }

  /// The café's page of whoever has an address; nil: nobody has.
  public func page(at address: IPv4Address) -> CafePage? {
    owner(of: address)?.page ?? resource(at: address)?.page
  }
}
