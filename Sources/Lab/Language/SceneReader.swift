import CafeWorld
import Commands
import DNS
import Route53

/// Turns the mapping of a scene's file into a scene, key by key.
struct SceneReader {
  let root: SceneNode
  var log: DiagnosticLog

  init(_ root: SceneNode, log: DiagnosticLog) {
    self.root = root
    self.log = log
  }

  private static let keys = [
    "format", "scene", "title", "website", "region", "zones", "instances", "resources",
    "administrators", "resolvers", "customers",
  ]

  mutating func scene(named file: String?) -> Scene? {
    guard root.admits(Self.keys, &log), isReadable() else { return nil }
    let expected = file.map { "`\($0)`, as the file" } ?? "an id such as `two-shores`"
    let name = root.value("scene", expected, &log) { text in
      isID(text[...]) && (file == nil || file == text) ? text : nil
    }
    let title = root.text("title", &log)
    let website = root.value("website", Self.domain, &log, read: Self.name)
    let region = root.optionalValue(
      "region",
      Self.oneOf(AddressPool.regions),
      near: AddressPool.regions,
      &log,
      read: Self.region
    )
    let resolvers = resolvers()
    guard let name, let title, let website else { return nil }
    return Scene(
      name: name,
      title: title,
      website: website,
      region: region ?? "us-west-2",
      instances: instances(),
      resources: resources(),
      hostedZones: zones(),
      administrators: administrators(),
      resolvers: resolvers,
      customers: customers(resolvers)
    )
  }

  private mutating func isReadable() -> Bool {
    guard let format = root.text("format", &log) else { return false }
    guard format == String(SceneReading.format) else {
      log.add(.unknownSceneFormat(format), at: root.place(of: "format"))
      return false
    }
    return true
  }

  /// The items of a list whose keys are known, at most so many.
  private mutating func items(
    _ key: String,
    _ what: String,
    keys: [String],
    most: Int
  ) -> [SceneNode] {
    let list = root.list(key, of: what, &log)
    if list.count > most {
      log.add(.tooManyItems(in: "`\(key)`", limit: most), at: list[most].position)
    }
    return list.prefix(most).filter { $0.admits(keys, &log) }
  }

  /// A name that nothing of its kind has yet.
  private mutating func newName(
    of node: SceneNode,
    _ seen: inout [String: Int]
  ) -> String? {
    guard let name = node.text("name", &log) else { return nil }
    let place = node.place(of: "name")
    if let line = seen.updateValue(seen[name.lowercased()] ?? place.line, forKey: name.lowercased())
    {
      log.add(.sceneNameTwice(name, firstLine: line), at: place)
      return nil
    }
    return name
  }

  private mutating func zones() -> [Scene.Zone] {
    items("zones", "a zone", keys: ["name", "comment"], most: 100).compactMap { node in
      let comment = node.optionalText("comment", &log)
      return node.value("name", Self.domain, &log, read: Self.name)
        .map { Scene.Zone(name: $0, comment: comment) }
    }
  }

  private mutating func instances() -> [Scene.Server] {
    var seen: [String: Int] = [:]
    let keys = ["name", "zone", "subnet", "menu", "endpoint"]
    return items("instances", "an instance", keys: keys, most: Instance.most).compactMap { node in
      let name = newName(of: node, &seen)
      let zone = node.value(
        "zone",
        "an Availability Zone such as `us-west-2a`",
        near: AddressPool.regions.flatMap { region in "abc".map { region + String($0) } },
        &log
      ) { text in
        AddressPool.isZone(text) ? text : nil
      }
      let subnet = node.text("subnet", &log)
      let menu = node.optionalText("menu", &log)
      let outside = node.optionalValue(
        "endpoint",
        "an address and a port such as `127.0.0.1:8081`",
        &log,
        read: Outside.init
      )
      guard let name, let zone, let subnet else { return nil }
      return Scene.Server(name: name, zone: zone, subnet: subnet, menu: menu, outside: outside)
    }
  }

  private mutating func resources() -> [Scene.Resource] {
    let kinds = AwsResource.Kind.allCases.map(\.rawValue)
    let keys = ["kind", "region", "name"]
    return items("resources", "a resource", keys: keys, most: 50).compactMap { node in
      let kind = node.value("kind", Self.oneOf(kinds), near: kinds, &log) {
        AwsResource.Kind(rawValue: $0)
      }
      let region = node.value(
        "region",
        Self.oneOf(AddressPool.regions),
        near: AddressPool.regions,
        &log,
        read: Self.region
      )
      let name = node.optionalValue("name", "1 to 32 letters, digits and hyphens", &log) {
        AwsResource.isName($0) ? $0 : nil
      }
      guard let kind, let region else { return nil }
      return Scene.Resource(kind: kind, region: region, name: name)
    }
  }

  private mutating func administrators() -> [Administrator] {
    var seen: [String: Int] = [:]
    let keys = ["name", "address"]
    return items("administrators", "an administrator", keys: keys, most: 50).compactMap { node in
      let name = newName(of: node, &seen)
      let address = node.value("address", "a mail address", &log) { text in
        text.split(separator: "@").count == 2 ? text : nil
      }
      guard let name, let address else { return nil }
      return Administrator(name: name, address: address)
    }
  }
}

// Who asks, and who orders.
extension SceneReader {
  private mutating func resolvers() -> [Scene.Asking] {
    var seen: [String: Int] = [:]
    let keys = ["name", "address", "busy", "clients"]
    let found = items("resolvers", "a resolver", keys: keys, most: 50)
      .compactMap { node -> Scene.Asking? in
        let name = newName(of: node, &seen)
        let address = node.value("address", Self.publicAddress, &log, read: Self.address)
        let isBusy = node.optionalValue("busy", "yes or no", &log, read: Self.flag) ?? true
        let clients = node.optionalValue("clients", Self.block, &log) { AddressBlock($0) }
        guard let name, let address else { return nil }
        return Scene.Asking(
          name: name,
          isBusy: isBusy,
          address: address,
          clients: clients
        )
      }
    if !found.contains(where: { $0.name == Resolver.home && !$0.isBusy }) {
      log.add(.learnersResolverMissing, at: root.place(of: "resolvers"))
    }
    return found
  }

  private mutating func customers(_ resolvers: [Scene.Asking]) -> [CustomerGroup] {
    var seen: [String: Int] = [:]
    let keys = ["name", "count", "resolver", "clients", "hours-ahead", "every"]
    return items("customers", "a group of customers", keys: keys, most: 50).compactMap { node in
      let name = newName(of: node, &seen)
      let count = node.value("count", "a number from 1 to 10000", &log) { text in
        Int(text).flatMap { (1...10_000).contains($0) ? $0 : nil }
      }
      let subnet = subnet(of: node, resolvers)
      let ahead = node.optionalValue("hours-ahead", "a number from -12 to 24", &log) { text in
        Int(text).flatMap { (-12...24).contains($0) ? $0 : nil }
      }
      let day = day(of: node)
      guard let name, let count, let day else { return nil }
      let profile = day.lived(by: count, hoursAhead: ahead ?? 0)
      return CustomerGroup(name: name, profile: profile, subnet: subnet)
    }
  }

  /// Where a group is: its own subnet, or where its resolver asks from.
  private mutating func subnet(
    of node: SceneNode,
    _ resolvers: [Scene.Asking]
  ) -> AddressBlock? {
    let names = resolvers.map(\.name)
    let resolver = node.optionalValue("resolver", Self.oneOf(names), near: names, &log) { text in
      resolvers.first { $0.name == text }
    }
    let clients = node.optionalValue("clients", Self.block, &log) { AddressBlock($0) }
    return clients ?? resolver?.clients ?? resolver.map { AddressBlock($0.address, length: 128) }
  }

  /// The minutes between two orders of one customer, hour by hour; the café's own if not given.
  private mutating func day(of node: SceneNode) -> CustomerProfile? {
    guard let texts = node.texts("every", &log) else { return .cafe }
    let minutes = texts.compactMap { Int64($0) }.filter { (0...10_000).contains($0) }
    guard minutes.count == 24, texts.count == 24 else {
      let expected = "24 numbers: minutes between two orders in each hour, 0 for none"
      log.add(.wrongSceneShape(key: "every", expected: expected), at: node.place(of: "every"))
      return nil
    }
    return CustomerProfile(count: 1, periods: minutes.map { $0 * .minute })
  }
}

// The values of single keys.
extension SceneReader {
  private static let domain = "a domain name such as `cafe.example`"
  private static let publicAddress = "a public address"
  private static let block = "a block of addresses such as `24.21.0.0/24`"

  private static func oneOf(_ words: [String]) -> String {
    "one of: " + words.joined(separator: ", ")
  }

  private static func name(_ text: String) -> DomainName? { try? DomainName(text) }

  private static func region(_ text: String) -> String? {
    AddressPool.regions.contains(text) ? text : nil
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }

  private static func address(_ text: String) -> IPAddress? {
    switch IPAddress(text) {
    case .v4(let address)?: ForbiddenRanges.contains(address) ? nil : .v4(address)
    case .v6(let address)?: ForbiddenRanges.contains(address) ? nil : .v6(address)
    case nil: nil
    }
  }
}
