/// The café's website, the same on both instances.
public enum Website {
  /// The port of the web server; every other port refuses.
  public static let port = 80

  /// The status of a path: a broken server's own, else what the site has there.
  public static func status(_ broken: Int, path: String) -> Int {
    broken == 200 ? status(path: path) : broken
  }

  /// The status of a path on a sound web server: the site lives at `/cafe/`; Apache's default page
  /// stands at `/`.
  public static func status(path: String) -> Int {
    let bare = path.prefix { $0 != "?" && $0 != "#" }
    switch bare {
    case "", "/": return 200
    case "/cafe": return 301
    case "/cafe/", "/cafe/index.php", "/cafe/menu.php", "/cafe/order.php": return 200
    default: return 404
    }
  }
}
