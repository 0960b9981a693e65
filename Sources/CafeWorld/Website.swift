/// The café's website, the same on every instance.
public enum Website {
  /// The port of the web server, and the one on which it speaks TLS with a certificate of its own;
  /// every other port refuses.
  public static let port = 80
  public static let securePort = 443

  static let ports = [port, securePort]

  /// The status of a path: a broken server's own, else what the site has there.
  public static func status(_ broken: Int, path: String) -> Int {
    broken == 200 ? status(path: path) : broken
  }

  /// The status of a path on a sound web server: the site lives at `/cafe/`; Apache's default page
  /// stands at `/`.
  public static func status(path: String) -> Int {
    if isRoot(path) { return 200 }
    switch bare(path) {
    case "/cafe": return 301
    case "/cafe/", "/cafe/index.php", "/cafe/menu.php", "/cafe/order.php": return 200
    default: return 404
    }
  }

  /// Whether the web server's own greeting stands at a path.
  public static func isRoot(_ path: String) -> Bool { ["", "/"].contains(bare(path)) }

  private static func bare(_ path: String) -> Substring {
    path.prefix { $0 != "?" && $0 != "#" }
  }

  /// The web server's own greeting.
  public static let greeting = (
    title: "It works!", words: "This is the web server's own greeting. The café is at /cafe/."
  )

  /// What a redirection says besides where it leads.
  public static let moved = "The document has moved."

  /// The text at a path of a sound web server whose café has this page: what a visitor reads there,
  /// and what a health checker searches.
  public static func text(path: String, _ page: CafePage) -> String {
    switch status(path: path) {
    case 301: moved
    case 200 where isRoot(path): greeting.title + "\n\n" + greeting.words
    case 200: page.text
    default: ""
    }
  }
}
