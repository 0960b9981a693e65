/// Where the AWS regions and local zones stand: the city or state that Amazon names, as a point.
///
/// Amazon publishes no coordinates, so the table is ours.
enum RegionPlaces {
  static func coordinates(ofRegion region: String) -> Coordinates? { regions[region] }

  /// A local zone group that is not listed stands where its region does: its name begins with it.
  static func coordinates(ofLocalZoneGroup group: String) -> Coordinates? {
    if let place = localZoneGroups[group] { return place }
    let parts = group.split(separator: "-")
    return regions[parts.prefix(3).joined(separator: "-")]
  }

  static let regions: [String: Coordinates] = [
    "af-south-1": Coordinates(latitude: -3_393, longitude: 1_842),
    "ap-east-1": Coordinates(latitude: 2_232, longitude: 11_417),
    "ap-east-2": Coordinates(latitude: 2_503, longitude: 12_157),
    "ap-northeast-1": Coordinates(latitude: 3_568, longitude: 13_969),
    "ap-northeast-2": Coordinates(latitude: 3_757, longitude: 12_698),
    "ap-northeast-3": Coordinates(latitude: 3_469, longitude: 13_550),
    "ap-south-1": Coordinates(latitude: 1_908, longitude: 7_288),
    "ap-south-2": Coordinates(latitude: 1_739, longitude: 7_849),
    "ap-southeast-1": Coordinates(latitude: 135, longitude: 10_382),
    "ap-southeast-2": Coordinates(latitude: -3_387, longitude: 15_121),
    "ap-southeast-3": Coordinates(latitude: -621, longitude: 10_685),
    "ap-southeast-4": Coordinates(latitude: -3_781, longitude: 14_496),
    "ap-southeast-5": Coordinates(latitude: 314, longitude: 10_169),
    "ap-southeast-6": Coordinates(latitude: -3_685, longitude: 17_476),
    "ap-southeast-7": Coordinates(latitude: 1_376, longitude: 10_050),
    "ca-central-1": Coordinates(latitude: 4_550, longitude: -7_357),
    "ca-west-1": Coordinates(latitude: 5_105, longitude: -11_407),
    "cn-north-1": Coordinates(latitude: 3_990, longitude: 11_641),
    "cn-northwest-1": Coordinates(latitude: 3_751, longitude: 10_519),
    "eu-central-1": Coordinates(latitude: 5_011, longitude: 868),
    "eu-central-2": Coordinates(latitude: 4_738, longitude: 854),
    "eu-north-1": Coordinates(latitude: 5_933, longitude: 1_807),
    "eu-south-1": Coordinates(latitude: 4_546, longitude: 919),
    "eu-south-2": Coordinates(latitude: 4_165, longitude: -89),
    "eu-west-1": Coordinates(latitude: 5_335, longitude: -626),
    "eu-west-2": Coordinates(latitude: 5_151, longitude: -13),
    "eu-west-3": Coordinates(latitude: 4_886, longitude: 235),
    "eusc-de-east-1": Coordinates(latitude: 5_241, longitude: 1_306),
    "il-central-1": Coordinates(latitude: 3_209, longitude: 3_478),
    "me-central-1": Coordinates(latitude: 2_520, longitude: 5_527),
    "me-south-1": Coordinates(latitude: 2_623, longitude: 5_059),
    "mx-central-1": Coordinates(latitude: 2_059, longitude: -10_039),
    "sa-east-1": Coordinates(latitude: -2_355, longitude: -4_663),
    "us-east-1": Coordinates(latitude: 3_904, longitude: -7_749),
    "us-east-2": Coordinates(latitude: 3_996, longitude: -8_300),
    "us-gov-east-1": Coordinates(latitude: 3_996, longitude: -8_300),
    "us-gov-west-1": Coordinates(latitude: 4_584, longitude: -11_970),
    "us-west-1": Coordinates(latitude: 3_735, longitude: -12_196),
    "us-west-2": Coordinates(latitude: 4_584, longitude: -11_970),
  ]

  private static let localZoneGroups: [String: Coordinates] = [
    "us-east-1-bos-1": Coordinates(latitude: 4_236, longitude: -7_106),
    "us-east-1-chi-2": Coordinates(latitude: 4_188, longitude: -8_763),
    "us-east-1-dfw-2": Coordinates(latitude: 3_278, longitude: -9_680),
    "us-east-1-mia-2": Coordinates(latitude: 2_576, longitude: -8_019),
    "us-east-1-nyc-2": Coordinates(latitude: 4_071, longitude: -7_401),
    "us-west-2-den-1": Coordinates(latitude: 3_974, longitude: -10_499),
    "us-west-2-lax-1": Coordinates(latitude: 3_405, longitude: -11_824),
    "us-west-2-pdx-1": Coordinates(latitude: 4_552, longitude: -12_268),
    "us-west-2-phx-2": Coordinates(latitude: 3_345, longitude: -11_207),
    "us-west-2-sea-1": Coordinates(latitude: 4_761, longitude: -12_233),
  ]
}
