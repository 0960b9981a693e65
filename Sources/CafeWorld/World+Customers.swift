import DNS
import Route53

extension World {
  /// Counts the orders up to a moment, which see the world as it was before.
  mutating func settleCustomers(to moment: Instant) {
    guard customers.since != nil, moment > customers.settledAt else { return }
    // Out of the world while they ask it, so that nothing of them is copied.
    var crowd = Customers.nobody(customers.name)
    swap(&crowd, &customers)
    if crowd.areToldByChance {
      // Each question would copy a world that may change meanwhile.
      let world = self
      crowd.settle(to: moment) { group, number in world.outlook(of: group, number) }
    } else {
      crowd.settle(to: moment) { group, number in outlook(of: group, number) }
    }
    swap(&crowd, &customers)
  }

  /// The same world where nobody orders and busy resolvers keep nothing, which is sooner told: all
  /// else goes the same way in it.
  public var withoutBystanders: World {
    var other = self
    other.customers.sendHome()
    for index in other.resolvers.indices where other.resolvers[index].isBusy {
      other.resolvers[index].cache = []
    }
    return other
  }

  /// Lets customers ask anew, after an answer may have changed.
  mutating func tellCustomers() {
    customers.outlooks = customers.groups.map { outlook(of: $0, 0) }
  }

  /// Lets customers see what there is now behind these addresses.
  mutating func showCustomers(_ addresses: [IPv4Address]) {
    for address in addresses { customers.doors[address] = host(at: address)?.door ?? .closed }
  }

  /// Every address that somebody has.
  var addresses: [IPv4Address] {
    instances.compactMap(\.publicAddress) + resources.flatMap(\.addresses)
  }

  /// What the query of a number is told to customers of one place.
  func outlook(of group: CustomerGroup, _ number: Int) -> Outlook {
    let answer = authoritativeAnswer(
      customers.question,
      from: group.subnet,
      number: number,
      explaining: false
    )
    let seconds = rules.honoursTTL ? answer.ttl ?? answer.negativeTTL ?? 0 : 0
    return Outlook(
      addresses: answer.addresses,
      life: Int64(seconds) * .second,
      isDrawn: answer.chance == .choice
    )
  }

  /// Whether the name servers tell the customers of each place an address that takes orders.
  var everyPlaceIsServed: Bool {
    customers.groups.allSatisfy { group in
      outlook(of: group, 0).addresses.contains { reach(of: $0).takesOrders }
    }
  }

  /// Whether the website's name answers anybody.
  var nameAnswers: Bool { customers.outlooks.contains { !$0.addresses.isEmpty } }
}

extension Host {
  /// What a customer finds who comes here to order.
  fileprivate var door: Door {
    if Reach(listening).takesOrders { return .open }
    if case .resource(let resource) = self, resource.kind == .website, resource.isHealthy {
      return .apology
    }
    return .closed
  }
}
