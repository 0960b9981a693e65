import DNS
import Route53

/// Lawful record sets of every type and policy, drawn from a seed.
struct RandomRecords {
  private var draws: Draws

  init(seed: UInt64) {
    draws = Draws(seed: seed)
  }

  /// A record set under a name of its own, of any type and any policy that the type has.
  mutating func request(_ index: Int) -> RecordSetRequest {
    let type = one(of: RecordType.allCases.filter { $0 != .soa })
    let name = "n\(index).\(one(of: ["a", "A-b", "_x", "\\052", "c.d"])).cafe.example"
    var request = RecordSetRequest(
      name: type == .ns || type == .cname ? "n\(index).cafe.example" : name,
      type: type.rawValue,
      ttl: one(of: [0, 1, 60, 2_147_483_647]),
      values: (0..<(type == .cname ? 1 : number(1...3))).map { value(type, $0) }
    )
    let policies: [Routing.Policy] =
      switch type {
      case .ns, .ds: [.simple]
      case .cname: Routing.Policy.allCases.filter { $0 != .multivalue }
      default: Routing.Policy.allCases
      }
    route(&request, one(of: policies))
    return request
  }

  private mutating func route(_ request: inout RecordSetRequest, _ policy: Routing.Policy) {
    if policy != .simple { request.setIdentifier = one(of: ["one", "Zwei", "drei 3", "é"]) }
    switch policy {
    case .simple: break
    case .weighted:
      request.weight = number(0...255)
      request.values = [request.values[0]]
    case .latency:
      request.region = one(of: AwsRegion.all)
      request.values = [request.values[0]]
    case .failover:
      request.failover = one(of: ["PRIMARY", "SECONDARY"])
      request.healthCheckID = Cafe.check.text
    case .geolocation: request.geoLocation = location()
    case .geoproximity: request.geoProximity = proximity()
    case .multivalue: request.multiValueAnswer = true
    case .ipBased:
      request.cidrRouting = CidrRoutingRequest(
        collectionID: `A refused policy`.office.text,
        locationName: one(of: ["*", "berlin", "paris"])
      )
    }
    if policy != .simple, number(0...1) == 0 { request.healthCheckID = Cafe.check.text }
  }

  private mutating func location() -> GeoLocationRequest {
    switch number(0...3) {
    case 0: GeoLocationRequest(countryCode: "*")
    case 1: GeoLocationRequest(continentCode: one(of: Geography.continents).code)
    case 2: GeoLocationRequest(countryCode: one(of: Geography.countries).code)
    default: subdivision()
    }
  }

  private mutating func subdivision() -> GeoLocationRequest {
    let country = one(of: ["US", "UA"])
    return GeoLocationRequest(
      countryCode: country,
      subdivisionCode: one(of: Geography.subdivisions(of: country)).code
    )
  }

  private mutating func proximity() -> GeoProximityRequest {
    let bias: Int? = number(0...1) == 0 ? nil : number(-99...99)
    switch number(0...2) {
    case 0: return GeoProximityRequest(region: one(of: AwsRegion.all), bias: bias)
    case 1: return GeoProximityRequest(localZoneGroup: "us-west-2-lax-1", bias: bias)
    default:
      return GeoProximityRequest(
        latitude: "\(one(of: ["", "-", "+"]))\(number(0...89)).\(number(0...9))",
        longitude: "\(one(of: ["", "-"]))\(number(0...179))",
        bias: bias
      )
    }
  }

  /// A value in a form that need not be the normal one; `index` keeps those of a set apart.
  private mutating func value(_ type: RecordType, _ index: Int) -> String {
    let small = number(0...65_535)
    switch type {
    case .a: return "54.\(number(0...255)).\(number(0...255)).\(index)"
    case .aaaa: return "2600:1F14:0:\(String(small, radix: 16))::\(index + 1)"
    case .caa: return "\(one(of: [0, 128])) Issue \"ca\(index).example; x=\\\"\(small)\\\"\""
    case .cname, .ns, .ptr: return "T\(small).x\(index).Example"
    case .ds: return "\(small) 8 2 \(String(0xABCD + index, radix: 16))"
    case .https, .svcb:
      return "\(number(1...32_767)) t\(index).example port=\(small) alpn=\"h2,h3\" ohttp"
    case .mx: return "\(small)  Mail\(index).example"
    case .naptr: return "\(small) 10 \"U\" \"E2U+sip\" \"!^.*$!sip:i\(index)@x!\" ."
    case .soa: return "a. b. 1 2 3 4 5"
    case .spf, .txt: return "\"v=\(small) \\\\ \\\"q\\\" \\351\" \"\(index)\""
    case .srv: return "1 \(index) \(small) s.example"
    case .sshfp: return "4 2 \(String(0xDEAD + index, radix: 16))"
    case .tlsa: return "3 1 1 \(String(0xBEEF + index, radix: 16))"
    }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &draws)
  }

  private mutating func one<Element>(of list: [Element]) -> Element {
    list[number(0...(list.count - 1))]
  }
}
