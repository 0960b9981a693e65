public import DNS

/// Which addresses are where: our table of places.
public enum Places {
  /// What people call the place of a client's subnet; nil: the table does not have it.
  public static func name(of subnet: AddressBlock) -> String? {
    let place = place(of: subnet)
    return place.continent.isEmpty ? nil : place.name
  }

  /// The codes of the country and the continent of a client's subnet; nil: the table does not have
  /// it.
  public static func area(of subnet: AddressBlock) -> (country: String, continent: String)? {
    let place = place(of: subnet)
    return place.continent.isEmpty ? nil : (place.country, place.continent)
  }

  /// Who asks in a test of an answer that names nobody: a resolver in us-east-1
  /// (`M:TestDNSAnswerRequest.ResolverIP`).
  public static let testingResolver = AddressBlock(.v4(Decisions.testingResolver), length: 32)

  /// Where the client of a subnet is: the most specific block around its first address decides.
  static func place(of subnet: AddressBlock) -> Place {
    table.first { row in row.blocks.contains { $0.contains(subnet.first) } }?.place ?? .unmapped
  }

  /// Of blocks within blocks the smaller stand first, so the first that matches is the one.
  static let table: [(place: Place, blocks: [AddressBlock])] = [
    row(
      Place("Oregon", "NA", "US", "OR", at: (4_552, -12_268), .pacific),
      ["24.20.0.0/14", "71.34.0.0/16", "172.56.0.0/16", "2601:1c0::/28"]
    ),
    row(
      Place("Washington", "NA", "US", "WA", at: (4_761, -12_233), .pacific),
      ["24.16.0.0/14", "71.112.0.0/13", "172.58.0.0/16", "2601:600::/28"]
    ),
    row(
      Place("California", "NA", "US", "CA", at: (3_405, -11_824), .pacific),
      ["24.4.0.0/14", "76.88.0.0/13", "98.144.0.0/13", "2601:640::/28"]
    ),
    row(
      Place("Texas", "NA", "US", "TX", at: (3_278, -9_680), .central),
      ["24.28.0.0/14", "70.112.0.0/13", "99.8.0.0/13", "2600:1700::/28"]
    ),
    row(
      Place("Illinois", "NA", "US", "IL", at: (4_188, -8_763), .central),
      ["24.12.0.0/14", "73.44.0.0/14", "2601:240::/28"]
    ),
    row(
      Place("New York", "NA", "US", "NY", at: (4_071, -7_401), .atlantic),
      ["24.184.0.0/13", "68.160.0.0/13", "74.64.0.0/14", "2604:2000::/28"]
    ),
    row(
      Place("Virginia", "NA", "US", "VA", at: (3_904, -7_749), .atlantic),
      ["68.98.0.0/16", "72.192.0.0/13", "2600:8800::/28"]
    ),
    row(
      Place("Florida", "NA", "US", "FL", at: (2_576, -8_019), .atlantic),
      ["66.176.0.0/15", "98.192.0.0/13", "2601:580::/28"]
    ),
    row(
      Place("Canada", "NA", "CA", at: (4_365, -7_938), .atlantic),
      ["99.224.0.0/11", "142.112.0.0/12", "174.88.0.0/13", "2605:8d80::/28"]
    ),
    row(
      Place("the United States", "NA", "US", at: (3_950, -9_835), .central),
      ["24.0.0.0/8", "50.0.0.0/8", "63.0.0.0/8", "64.0.0.0/6", "68.0.0.0/6", "72.0.0.0/6"]
        + ["76.0.0.0/8", "98.0.0.0/8", "172.32.0.0/11", "2600::/12"]
    ),
    row(
      Place("Mexico", "NA", "MX", at: (1_943, -9_913), .mexico),
      ["187.128.0.0/9", "189.128.0.0/9", "2806::/16"]
    ),
    row(
      Place("Brazil", "SA", "BR", at: (-2_355, -4_663), .southAmerica),
      ["177.0.0.0/8", "179.96.0.0/11", "189.0.0.0/9", "2804::/16"]
    ),
    row(
      Place("Argentina", "SA", "AR", at: (-3_460, -5_838), .southAmerica),
      ["181.0.0.0/11", "190.16.0.0/12", "2803:9800::/28"]
    ),
    row(
      Place("Chile", "SA", "CL", at: (-3_345, -7_067), .southAmerica),
      ["190.160.0.0/12", "186.104.0.0/13", "2800:300::/28"]
    ),
    row(
      Place("Britain", "EU", "GB", at: (5_151, -13), .westernEurope),
      ["81.128.0.0/11", "86.128.0.0/10", "2a00:23c0::/28"]
    ),
    row(
      Place("Ireland", "EU", "IE", at: (5_335, -626), .westernEurope),
      ["86.40.0.0/13", "109.76.0.0/14", "2a02:8080::/28"]
    ),
    row(
      Place("France", "EU", "FR", at: (4_886, 235), .westernEurope),
      ["90.0.0.0/9", "82.224.0.0/11", "2a01:cb00::/28"]
    ),
    row(
      Place("Spain", "EU", "ES", at: (4_042, -370), .westernEurope),
      ["83.32.0.0/11", "88.0.0.0/11", "2a0c:5a80::/28"]
    ),
    row(
      Place("Germany", "EU", "DE", at: (5_011, 868), .centralEurope),
      ["84.128.0.0/10", "91.0.0.0/10", "2003::/19"]
    ),
    row(
      Place("Italy", "EU", "IT", at: (4_546, 919), .centralEurope),
      ["79.0.0.0/10", "151.32.0.0/11", "2a00:1620::/28"]
    ),
    row(
      Place("Sweden", "EU", "SE", at: (5_933, 1_807), .centralEurope),
      ["78.64.0.0/12", "90.224.0.0/12", "2a00:8010::/28"]
    ),
    row(
      Place("Kyiv", "EU", "UA", "30", at: (5_045, 3_052), .centralEurope),
      ["46.211.0.0/16", "94.153.0.0/16", "2a02:2370::/28"]
    ),
    row(
      Place("South Africa", "AF", "ZA", at: (-2_620, 2_805), .africa),
      ["41.144.0.0/12", "105.224.0.0/12", "2c0f:f000::/20"]
    ),
    row(
      Place("Nigeria", "AF", "NG", at: (652, 338), .africa),
      ["105.112.0.0/12", "102.88.0.0/13", "2c0f:2a80::/28"]
    ),
    row(
      Place("Egypt", "AF", "EG", at: (3_004, 3_124), .middleEast),
      ["41.32.0.0/12", "156.192.0.0/11", "2c0f:5a80::/28"]
    ),
    row(
      Place("the United Arab Emirates", "AS", "AE", at: (2_520, 5_527), .middleEast),
      ["94.200.0.0/13", "5.192.0.0/15", "2001:8f8::/32"]
    ),
    row(
      Place("India", "AS", "IN", at: (1_908, 7_288), .india),
      ["117.192.0.0/10", "49.32.0.0/11", "2409:4000::/22"]
    ),
    row(
      Place("Japan", "AS", "JP", at: (3_568, 13_969), .easternAsia),
      ["126.0.0.0/8", "133.0.0.0/8", "2400:4000::/22"]
    ),
    row(
      Place("South Korea", "AS", "KR", at: (3_757, 12_698), .easternAsia),
      ["175.192.0.0/10", "211.32.0.0/11", "2001:e60::/32"]
    ),
    row(
      Place("China", "AS", "CN", at: (3_123, 12_147), .easternAsia),
      ["113.64.0.0/10", "114.80.0.0/12", "2408:8000::/20"]
    ),
    row(
      Place("Singapore", "AS", "SG", at: (135, 10_382), .southeastAsia),
      ["116.14.0.0/15", "175.156.0.0/14", "2406:3000::/24"]
    ),
    row(
      Place("Indonesia", "AS", "ID", at: (-621, 10_685), .southeastAsia),
      ["36.64.0.0/11", "180.240.0.0/12", "2001:448a::/32"]
    ),
    row(
      Place("Australia", "OC", "AU", at: (-3_387, 15_121), .oceania),
      ["1.128.0.0/11", "101.160.0.0/11", "2001:8000::/20"]
    ),
    row(
      Place("New Zealand", "OC", "NZ", at: (-3_685, 17_476), .oceania),
      ["125.236.0.0/14", "121.72.0.0/13", "2404:4400::/24"]
    ),
    row(Place("McMurdo Station", "AN", "AQ", at: (-7_785, 16_667), .oceania), ["157.132.0.0/16"]),
  ]

  private static func row(
    _ place: Place,
    _ blocks: [String]
  ) -> (place: Place, blocks: [AddressBlock]) {
    let read = blocks.compactMap { AddressBlock($0) }
    precondition(read.count == blocks.count, "the table of places has a malformed block")
    return (place, read)
  }
}
