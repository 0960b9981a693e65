import CafeWorld
import DNS

/// One of `--filters`: a name and the values of which one must fit (EC2M: Filter).
struct AwsFilter {
  let name: String
  let values: [String]

  static let instanceNames: [String] = [
    "tag:Name", "instance-id", "instance-state-name", "availability-zone", "ip-address",
    "private-ip-address",
  ]

  static let addressNames: [String] = [
    "allocation-id", "association-id", "domain", "instance-id", "public-ip",
  ]

  static func all(of call: AwsCall) -> [AwsFilter] {
    (call.arguments["Filters"]?.elements ?? []).map { filter in
      AwsFilter(
        name: filter["Name"]?.text ?? "",
        values: filter["Values"]?.elements.compactMap(\.text) ?? []
      )
    }
  }

  static func check(_ call: AwsCall, _ names: [String]) throws(CommandError) {
    for filter in all(of: call) {
      guard names.contains(filter.name) else {
        throw AwsFault.service(
          "InvalidParameterValue",
          "The filter '\(filter.name.shown())' is invalid; this café has "
            + names.joined(separator: ", "),
          call.operation,
          near: nearMisses(of: filter.name, in: names)
        )
      }
      guard !filter.values.isEmpty else {
        throw AwsFault.service(
          "InvalidParameterValue",
          "The filter '\(filter.name)' has no values",
          call.operation
        )
      }
    }
  }

  func fits(_ instance: Instance) -> Bool {
    let text: String? =
      switch name {
      case "tag:Name": instance.name
      case "instance-id": instance.id.text
      case "instance-state-name": instance.state.rawValue
      case "availability-zone": instance.zone
      case "ip-address": instance.publicAddress?.description
      default: instance.privateAddress.description
      }
    return fits(text)
  }

  func fits(_ address: ElasticAddress) -> Bool {
    let text: String? =
      switch name {
      case "allocation-id": address.allocationID
      case "association-id": address.associationID
      case "domain": "vpc"
      case "instance-id": address.instance?.text
      default: address.address.description
      }
    return fits(text)
  }

  private func fits(_ text: String?) -> Bool {
    guard let text else { return false }
    return values.contains { Self.matches(Array($0)[...], Array(text)[...]) }
  }

  /// `*` stands for any characters, `?` for one; letters count as written.
  private static func matches(
    _ pattern: ArraySlice<Character>,
    _ text: ArraySlice<Character>
  ) -> Bool {
    var reachable: Set<Int> = [0]
    for character in pattern {
      switch character {
      case "*":
        let least = reachable.min() ?? text.count
        reachable = Set(least...text.count)
      default:
        reachable = Set(
          reachable.filter { $0 < text.count && (character == "?" || text[$0] == character) }
            .map { $0 + 1 }
        )
      }
      if reachable.isEmpty { return false }
    }
    return reachable.contains(text.count)
  }
}
