import CafeWorld
import DNS
import Route53

/// A page of a website: whom to ask, and for what.
struct WebPlace: Hashable {
  /// A name without its trailing dot, or an address.
  let host: String
  /// Begins with a slash.
  let path: String

  static let cafePath = "/cafe/"
}

extension ParseContext {
  /// Reads a URL, or the name or address of an instance, whose page is the café's.
  func webPlace(_ text: String) throws(CommandError) -> WebPlace {
    if let instance = world.instance(text) {
      let address = try publicAddress(of: instance)
      return WebPlace(host: address.description, path: WebPlace.cafePath)
    }
    if let address = IPv4Address(text) {
      return WebPlace(host: address.description, path: WebPlace.cafePath)
    }
    let rest = try withoutScheme(text)
    let authority = String(rest.prefix { !"/?#".contains($0) })
    let tail = rest.dropFirst(authority.count).prefix { $0 != "#" }
    let host = try host(authority, in: text)
    return WebPlace(host: host, path: tail.hasPrefix("/") ? String(tail) : "/" + tail)
  }

  private func withoutScheme(_ text: String) throws(CommandError) -> Substring {
    guard let mark = text.firstRange(of: "://") else { return text[...] }
    let scheme = text[..<mark.lowerBound].lowercased()
    guard scheme == "http" else {
      throw badPlace(text, near: scheme == "https" ? [http(text)] : [])
    }
    return text[mark.upperBound...]
  }

  private func http(_ text: String) -> String {
    "http" + text.drop { $0 != ":" }
  }

  private func host(_ authority: String, in text: String) throws(CommandError) -> String {
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, !host.isEmpty, parts.count == 1 || parts[1...] == ["80"] else {
      throw badPlace(text)
    }
    if let instance = world.instance(String(host)) {
      return try publicAddress(of: instance).description
    }
    if let address = IPv4Address(String(host)) { return address.description }
    guard let name = try? domainName(String(host)), !name.isRoot else {
      throw badPlace(text)
    }
    let near = nearMisses(of: String(host), in: world.instances.map(\.name))
    guard host.contains(".") || near.isEmpty || isKnown(name) else {
      throw .unknownName(.instance, String(host), near: near)
    }
    return name.withoutDot
  }

  private func isKnown(_ name: DomainName) -> Bool {
    world.hostedZones.contains { $0.records.hasName(name) }
  }

  private func badPlace(_ text: String, near: [String] = []) -> CommandError {
    .badValue(
      option: "URL",
      value: text,
      allowed: "an http:// address on port 80, or the name or address of an instance",
      near: near
    )
  }
}
