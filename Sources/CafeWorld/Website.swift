public import Route53

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
    let bare = path.prefix { $0 != "?" && $0 != "#" }
    switch bare {
    case "", "/": return 200
    case "/cafe": return 301
    case "/cafe/", "/cafe/index.php", "/cafe/menu.php", "/cafe/order.php": return 200
    default: return 404
    }
  }

  /// What a search of a page finds on a sound web server.
  ///
  /// The words that visitors see: `Assets/website` has the same.
  public static func body(path: String, of instance: Instance) -> ResponseBody {
    body(
      path: path,
      from: "Instance \(instance.name) Region \(instance.region) "
        + "Availability Zone \(instance.zone)",
      menu: instance.menu ?? menu
    )
  }

  /// What the café serves where nothing else is said.
  static let menu = "Coffee, filtered by hand"

  /// The same, on a server that calls itself so.
  static func body(path: String, from server: String, menu: String = menu) -> ResponseBody {
    switch status(path: path) {
    case 301: return ResponseBody("The document has moved.")
    case 200 where ["", "/"].contains(path.prefix { $0 != "?" && $0 != "#" }):
      return ResponseBody("It works!")
    case 200: return ResponseBody("Server Information \(server) Menu \(menu) Order")
    default: return ResponseBody("")
    }
  }
}
