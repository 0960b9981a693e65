@testable import CafeWorld
import DNS
import Route53

/// Every customer's every order, one by one: the plain second implementation of the count.
struct OrderReference {
  /// What a customer finds from a moment on.
  struct View {
    let from: Instant
    let addresses: [IPv4Address]
    let life: Milliseconds
    let open: [IPv4Address]

    init(_ world: World) {
      let answer = world.authoritativeAnswer(Question(name: world.customers.name, type: .a))
      from = world.now
      addresses = answer.addresses
      life = Int64(answer.ttl ?? answer.negativeTTL ?? 0) * .second
      open = world.instances.compactMap(\.publicAddress)
        .filter { world.reach(of: $0).takesOrders }
    }
  }

  let seed: Seed
  let profile: CustomerProfile

  /// Orders placed and lost from `since` up to, not including, `end`; of several views of one
  /// moment the last counts, since the network changes before orders are placed.
  func count(_ views: [View], since: Instant, to end: Instant) -> [Int] {
    var (placed, lost) = (0, 0)
    for customer in 0..<profile.count {
      let phase = seed.draw(.customerPhase, UInt64(customer)) >> 32
      let choice = Int(seed.draw(.customerChoice, UInt64(customer)) >> 32)
      var cached: [IPv4Address] = []
      var expires = Instant(milliseconds: 0)
      var hour = since.milliseconds / .hour
      var view = 0
      while hour * .hour < end.milliseconds {
        let start = Instant(milliseconds: hour * .hour)
        let period = profile.periods[start.civil(local: true).hour]
        hour += 1
        guard period > 0 else { continue }
        var order = start + Int64((phase * UInt64(period)) >> 32)
        while order < start + .hour, order < end {
          defer { order = order + period }
          guard order >= since else { continue }
          while view + 1 < views.count, views[view + 1].from <= order { view += 1 }
          if order >= expires {
            cached = views[view].addresses
            expires = order + views[view].life
          }
          let target = cached.isEmpty ? nil : cached[choice % cached.count]
          if let target, views[view].open.contains(target) { placed += 1 } else { lost += 1 }
        }
      }
    }
    return [placed, lost]
  }
}
