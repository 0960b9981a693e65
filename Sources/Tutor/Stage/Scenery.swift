import CafeWorld
import DNS
import Route53
import Terminal

/// The parts of the stage in one world, and where the customers go.
///
/// The boxes are those of the terminal's picture, so that both say the same.
struct Scenery {
  let world: World
  private let picture: CafePicture
  private let diagram: Diagram
  private let footfall: [Footfall]
  private let places: [Place]

  /// Somewhere that customers can be led to.
  private struct Place {
    let linked: Diagram.Linked
    let addresses: [IPv4Address]
    let takesOrders: Bool
    /// Whether whoever comes reads an apology.
    var isSorry = false
  }

  /// The most checks and targets for which there is room.
  private static let mostChecks = 3
  private static let mostTargets = 16

  init(of world: World) {
    self.world = world
    picture = CafePicture(of: world)
    diagram = picture.diagram
    footfall = world.footfall
    let visited = footfall.filter { $0.count > 0 }.compactMap(\.address)
    let all = Self.places(of: world, picture, visited: visited)
    // Where there is not room for all, those that somebody comes to have it first.
    let busy = all.indices.filter { index in
      all[index].addresses.contains(where: visited.contains)
    }
    let others = all.indices.filter { !busy.contains($0) }
    places = (busy + others).prefix(Self.mostTargets).sorted().map { all[$0] }
  }

  private static func places(
    of world: World,
    _ picture: CafePicture,
    visited: [IPv4Address]
  ) -> [Place] {
    let instances = world.listedInstances.map { instance in
      Place(
        linked: picture.target(instance),
        addresses: instance.publicAddress.map { [$0] } ?? [],
        takesOrders: world.site(of: instance).takesOrders
      )
    }
    let resources = world.resources.map { resource in
      Place(
        linked: picture.target(resource),
        addresses: resource.addresses,
        takesOrders: resource.addresses.contains { world.reach(of: $0).takesOrders },
        isSorry: resource.kind == .website && resource.isHealthy
      )
    }
    var strays: [IPv4Address] = []
    for address in visited
    where world.holder(of: address) == World.nobody && !strays.contains(address) {
      strays.append(address)
    }
    return instances + resources
      + strays.map { address in
        Place(
          linked: Diagram.Linked(
            Diagram.Box(
              "Nobody",
              lines: [Styled("\(address.description) is nobody's")],
              state: .bad
            ),
            Diagram.Link(.dead, "lost")
          ),
          addresses: [address],
          takesOrders: false
        )
      }
  }
}

// MARK: - People

extension Scenery {
  var users: StageFrame.Users {
    let customers = world.customers
    let groups = customers.groups.map {
      StageFrame.Users.Place(name: $0.name, count: $0.profile.count)
    }
    return StageFrame.Users(
      title: diagram.users.title,
      count: customers.count,
      placed: customers.placed,
      lost: customers.lost,
      places: groups.count > 1 ? groups : []
    )
  }

  /// How the customers fare, if they ordered now.
  var headline: StageFrame.Line {
    let total = world.customers.count
    let name = world.customers.name.shown
    guard world.customers.since != nil, total > 0 else {
      return StageFrame.Line(text: "Nobody orders yet at \(name).", tone: .quiet)
    }
    let lost = footfall.filter { !takesOrders($0.address) }
    let count = lost.reduce(0) { $0 + $1.count }
    guard count > 0 else {
      return StageFrame.Line(
        text: "All \(total) customers can order.",
        tone: .good
      )
    }
    let kept = lost.reduce(0) { $0 + $1.kept }
    let who = count == total ? "All \(total) customers" : "\(count) of \(total) customers"
    let third = count == 1 ? "s" : ""
    let words =
      kept == count
      ? "still go\(count == 1 ? "es" : "") by an old answer of their own."
      : lost.allSatisfy { $0.address == nil }
        ? "get\(third) no address." : "find\(third) nobody who takes orders."
    return StageFrame.Line(text: "\(who) \(words)", tone: kept == count ? .warning : .bad)
  }

  private func takesOrders(_ address: IPv4Address?) -> Bool {
    address.map { world.reach(of: $0).takesOrders } ?? false
  }

  var streams: [StageFrame.Stream] {
    footfall.compactMap { way in
      guard way.count > 0, let address = way.address,
        let target = places.firstIndex(where: { $0.addresses.contains(address) })
      else { return nil }
      return StageFrame.Stream(
        place: way.group,
        target: target,
        count: way.count,
        isLost: !takesOrders(address),
        isKept: way.kept == way.count
      )
    }
  }
}

// MARK: - Services

extension Scenery {
  var service: StageFrame.Part { StageFrame.Part(diagram.service) }

  /// The checks for which there is room.
  var shownChecks: [HealthCheck] { Array(picture.checks.prefix(Self.mostChecks)) }

  var moreChecks: Int { picture.checks.count - shownChecks.count }

  var checks: [StageFrame.Check] {
    guard !shownChecks.isEmpty else {
      let none = StageFrame.Part(missing: "No health check", "Nobody looks at the servers.")
      return [StageFrame.Check(part: none, checkers: [], watches: nil)]
    }
    return shownChecks.map { check in
      StageFrame.Check(
        part: StageFrame.Part(picture.watcher(check)),
        checkers: check.checkers.map { checker in
          StageFrame.Check.Checker(
            region: HealthRules.sites[checker.site].region,
            isHealthy: checker.opinion == .healthy
          )
        },
        watches: check.target.flatMap { target in
          places.firstIndex { $0.addresses.contains(target) }
        }
      )
    }
  }

  var mailbox: StageFrame.Part {
    if let mailbox = diagram.mailbox { return StageFrame.Part(mailbox) }
    return StageFrame.Part(missing: "No alarm", "Nobody gets mail when a check turns.")
  }

  var targets: [StageFrame.Target] {
    places.map { place in
      let ways = footfall.filter { way in way.address.map(place.addresses.contains) ?? false }
      let count = ways.reduce(0) { $0 + $1.count }
      return StageFrame.Target(
        part: StageFrame.Part(place.linked),
        customers: count,
        note: note(on: place, customers: count, kept: ways.reduce(0) { $0 + $1.kept })
      )
    }
  }

  /// Who comes; where nobody does, why.
  private func note(on place: Place, customers count: Int, kept: Int) -> StageFrame.Line {
    guard count > 0, world.customers.since != nil else {
      let flow = place.linked.link.flow
      return StageFrame.Line(text: place.linked.link.label, tone: flow == .dead ? .bad : .quiet)
    }
    let who = counted(count, "customer")
    let how =
      kept == 0
      ? "" : kept == count ? ", by a kept answer" : ", \(kept) by a kept answer"
    if place.takesOrders { return StageFrame.Line(text: who + how, tone: .good) }
    if place.isSorry {
      return StageFrame.Line(text: "\(who) read the apology\(how)", tone: .warning)
    }
    return StageFrame.Line(text: "\(who) lost\(how)", tone: .bad)
  }

  /// The picture in words, for those who do not see it.
  var words: [String] {
    let display = Display(width: Self.unwrapped, linear: true)
    let arrivals = zip(targets, places).filter { $0.0.customers > 0 }.map { target, place in
      "\(place.linked.box.title): \(target.note.text)."
    }
    return [headline.text] + diagram.drawn(on: display).lines.map(\.text) + opinions + arrivals
  }

  /// What the checkers of each check say, region by region.
  private var opinions: [String] {
    shownChecks.filter { !$0.checkers.isEmpty }.map { check in
      let said = check.checkers.map { checker in
        (HealthRules.sites[checker.site].region, checker.opinion == .healthy)
      }
      let regions = said.reduce(into: [String]()) { regions, one in
        if !regions.contains(one.0) { regions.append(one.0) }
      }
      let words = regions.map { region in
        let healthy = said.count { $0.0 == region && $0.1 }
        let others = said.count { $0.0 == region && !$0.1 }
        let parts = [
          healthy > 0 ? "\(healthy) healthy" : "", others > 0 ? "\(others) unhealthy" : "",
        ]
        return "\(region) \(parts.filter { !$0.isEmpty }.joined(separator: ", "))"
      }
      return "The checkers of \(check.title): \(words.joined(separator: "; "))."
    }
  }

  /// Wider than any sentence.
  private static let unwrapped = 10_000
}
