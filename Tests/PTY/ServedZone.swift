import Foundation
import Support
import Testing

/// The café's zone and instances, as one client of the API asks for them over its connection.
struct ServedZone {
  private let socket: LoopbackSocket
  private let zone: String
  private let instances: [String]
  /// The public addresses of the two instances, as they were found last.
  private(set) var addresses: [String] = []
  private var check = ""

  struct Refusal: Error { let text: String }

  init(_ port: UInt16) throws {
    socket = try LoopbackSocket(stream: true, port: port)
    zone = try #require(
      Self.texts("Id", in: try Self.ask(socket, "GET", "/2013-04-01/hostedzone", ""))
        .first?.split(separator: "/").last.map { String($0) }
    )
    let described = try Self.ask(socket, "GET", "/?Action=DescribeInstances&Version=2016-11-15", "")
    instances = Self.texts("instanceId", in: described)
    try locate()
  }

  private static func ask(
    _ socket: LoopbackSocket,
    _ method: String,
    _ path: String,
    _ body: String
  ) throws -> String {
    guard let page = socket.ask(method, path, body: method == "POST" ? body : nil) else {
      throw Refusal(text: "no answer to \(method) \(path)")
    }
    guard (200..<300).contains(page.status) else { throw Refusal(text: page.body) }
    return page.body
  }

  private static func texts(_ element: String, in xml: String) -> [String] {
    xml.components(separatedBy: "<\(element)>").dropFirst().map {
      String($0.prefix { $0 != "<" })
    }
  }

  private func describe(_ place: Int) throws -> String {
    let path =
      "/?Action=DescribeInstances&Version=2016-11-15&InstanceId.1=\(instances[place])"
    return try Self.ask(socket, "GET", path, "")
  }

  private mutating func locate() throws {
    addresses = try (0..<2).map { Self.texts("ipAddress", in: try describe($0)).first ?? "" }
  }

  /// The A records that TestDNSAnswer tells.
  func answer(_ name: String) throws -> [String] {
    let path = "/2013-04-01/testdnsanswer?hostedzoneid=\(zone)&recordname=\(name)&recordtype=A"
    return Self.texts("RecordDataEntry", in: try Self.ask(socket, "GET", path, "")).sorted()
  }

  /// The EC2 state of an instance.
  func state(_ place: Int) throws -> String {
    Self.texts("name", in: try describe(place)).first ?? ""
  }

  func turn(_ place: Int, on isOn: Bool) throws {
    let action = isOn ? "StartInstances" : "StopInstances"
    let path = "/?Action=\(action)&Version=2016-11-15&InstanceId.1=\(instances[place])"
    _ = try Self.ask(socket, "GET", path, "")
  }

  /// Creates or replaces an A record; `role` is of a failover pair.
  func upsert(_ name: String, _ value: String, role: String? = nil) throws {
    let more = role.map { "<SetIdentifier>\($0)</SetIdentifier><Failover>\($0)</Failover>" } ?? ""
    let watched = role == "PRIMARY" ? "<HealthCheckId>\(check)</HealthCheckId>" : ""
    let body = """
      <ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/">\
      <ChangeBatch><Changes><Change><Action>UPSERT</Action><ResourceRecordSet>\
      <Name>\(name).cafe.example</Name><Type>A</Type>\(more)<TTL>15</TTL><ResourceRecords>\
      <ResourceRecord><Value>\(value)</Value></ResourceRecord></ResourceRecords>\(watched)\
      </ResourceRecordSet></Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>
      """
    _ = try Self.ask(socket, "POST", "/2013-04-01/hostedzone/\(zone)/rrset", body)
  }

  /// Builds the lab's pair at `www`, and a name that stays; returns when both are answered.
  mutating func build() throws {
    let body = """
      <CreateHealthCheckRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/">\
      <CallerReference>load</CallerReference><HealthCheckConfig>\
      <IPAddress>\(addresses[0])</IPAddress><Port>80</Port><Type>HTTP</Type>\
      <ResourcePath>/cafe</ResourcePath><RequestInterval>10</RequestInterval>\
      <FailureThreshold>2</FailureThreshold></HealthCheckConfig></CreateHealthCheckRequest>
      """
    let made = try Self.ask(socket, "POST", "/2013-04-01/healthcheck", body)
    check = try #require(Self.texts("Id", in: made).first)
    try setPair()
    try upsert("fixed", "192.0.2.77")
    let isBuilt = try found {
      try answer("www.cafe.example") == [addresses[0]]
        && answer("fixed.cafe.example") == ["192.0.2.77"] ? true : nil
    }
    try #require(isBuilt == true)
  }

  private func setPair() throws {
    try upsert("www", addresses[0], role: "PRIMARY")
    try upsert("www", addresses[1], role: "SECONDARY")
  }

  /// Points the record and the check of the first instance to the address that it has now.
  mutating func follow() throws {
    try locate()
    let body = """
      <UpdateHealthCheckRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/">\
      <IPAddress>\(addresses[0])</IPAddress></UpdateHealthCheckRequest>
      """
    _ = try Self.ask(socket, "POST", "/2013-04-01/healthcheck/\(check)", body)
    try setPair()
  }
}
