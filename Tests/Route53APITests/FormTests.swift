import Commands
import Testing

@testable import Route53API

struct `A form` {
  private static func request(_ text: String) -> APIRequest {
    APIRequest(method: "POST", path: "/", body: Array(text.utf8))
  }

  @Test func `has names and texts without their escapes`() throws {
    let pairs = try Form.pairs(of: "a=1+2&b%2Ec=%C3%A9%2B&d&&e=")
    #expect(pairs.map(\.name) == ["a", "b.c", "d", "e"])
    #expect(pairs.map(\.text) == ["1 2", "é+", "", ""])
  }

  @Test(arguments: [
    ("a=%", FormFault.badEscape), ("a=%4", .badEscape), ("a=%GG", .badEscape),
    ("a=%C3%28", .badEscape), ("a=1&a=2", .twice("a")),
    ("a.b.c.d.e.f.g.h.i.j.k=1", .tooDeep(most: Form.depthMost)),
    (
      String(repeating: "a=1&", count: Form.pairsMost + 1),
      .tooManyPairs(most: Form.pairsMost)
    ),
    (String(repeating: "a", count: Form.bytesMost + 1), .tooLong(most: Form.bytesMost)),
  ])
  func `is refused with its reason`(text: String, fault: FormFault) {
    #expect(throws: APIFault.badForm(fault)) { try Form(Self.request(text)) }
  }

  @Test func `has lists in the order of their numbers`() throws {
    let form = try Form(Self.request("InstanceId.10=c&InstanceId.2=b&InstanceId.1=a&Action=x"))
    let arguments = form.arguments(of: AwsOperation.stopInstances.options, naming: .ec2)
    #expect(arguments == [.init(key: "InstanceIds", value: .texts(["a", "b", "c"]))])
  }

  @Test func `has structures in lists`() throws {
    let text =
      "Dimensions.member.1.Name=HealthCheckId&Dimensions.member.1.Value=x&Period=60"
      + "&ActionsEnabled=false&OKActions="
    let form = try Form(Self.request(text))
    let arguments = form.arguments(of: AwsOperation.putMetricAlarm.options, naming: .cloudwatch)
    let dimension: JSONValue = .record(["Name": "HealthCheckId", "Value": "x"])
    #expect(
      arguments == [
        .init(key: "ActionsEnabled", value: false),
        .init(key: "Dimensions", value: .list([dimension])),
        .init(key: "OKActions", value: .list([])), .init(key: "Period", value: .whole(60)),
      ]
    )
  }

  @Test func `may stand in the query`() {
    var cafe = APICafe()
    let request = APIRequest(
      method: "GET",
      path: "/",
      query: "Action=GetCallerIdentity&Version=2011-06-15"
    )
    #expect(cafe.ask(request).text(of: "Account") == "123456789012")
  }
}
