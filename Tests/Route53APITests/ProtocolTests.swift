import CafeWorld
import Commands
import Testing

@testable import Route53API

/// CloudWatch in its newer protocols.
struct `CloudWatch` {
  private static func request(cbor operation: String, _ value: JSONValue) -> APIRequest {
    APIRequest(
      method: "POST",
      path: "/service/GraniteServiceVersion20100801/operation/\(operation)",
      headers: [("Smithy-Protocol", "rpc-v2-cbor"), ("Content-Type", "application/cbor")],
      body: CBORWriter.bytes(of: value)
    )
  }

  private static func request(json operation: String, _ text: String) -> APIRequest {
    APIRequest(
      method: "POST",
      path: "/",
      headers: [("X-Amz-Target", "GraniteServiceVersion20100801.\(operation)")],
      body: Array(text.utf8)
    )
  }

  private static func alarm(_ check: String) -> JSONValue {
    .record([
      "AlarmName": "a", "Namespace": "AWS/Route53", "MetricName": "HealthCheckStatus",
      "Statistic": "Minimum", "Period": .whole(60), "EvaluationPeriods": .whole(1),
      "Threshold": .number("1.0"), "ComparisonOperator": "LessThanThreshold",
      "Dimensions": .list([.record(["Name": "HealthCheckId", "Value": .string(check)])]),
    ])
  }

  private static func watched() throws -> APICafe {
    var cafe = APICafe()
    let answer = cafe.rest(
      "POST /healthcheck",
      APICafe.xml(
        "CreateHealthCheck",
        "<CallerReference>c</CallerReference><HealthCheckConfig><IPAddress>52.10.1.1</IPAddress>"
          + "<Port>80</Port><Type>TCP</Type></HealthCheckConfig>"
      )
    )
    try #require(answer.status == 201)
    return cafe
  }

  @Test func `speaks CBOR`() throws {
    var cafe = try Self.watched()
    let put = cafe.ask(Self.request(cbor: "PutMetricAlarm", Self.alarm(cafe.check)))
    #expect(put.status == 200)
    #expect(put.body == [0xA0])
    #expect(put.header("smithy-protocol") == "rpc-v2-cbor")
    let described = cafe.ask(Self.request(cbor: "DescribeAlarms", .object([])))
    let value = try CBORReader.value(of: described.body)
    let alarm = try #require(value["MetricAlarms"]?.elements.first)
    #expect(alarm["Threshold"] == .number("1.0"))
    #expect(alarm["Period"] == .whole(60))
    #expect(
      alarm["StateUpdatedTimestamp"] == .whole(Int(Instant.opening.milliseconds / 1_000))
    )
    #expect(cafe.world.alarms.map(\.name) == ["a"])
  }

  @Test func `has moments in CBOR and in JSON`() throws {
    var cafe = try Self.watched()
    try cafe.wait(10 * .minute)
    let (from, to) = (Instant.opening.milliseconds / 1_000, cafe.world.now.milliseconds / 1_000)
    let query = """
      {"MetricDataQueries": [{"Id": "m", "MetricStat": {"Metric": {"Namespace": "AWS/Route53",
      "MetricName": "HealthCheckStatus", "Dimensions": [{"Name": "HealthCheckId",
      "Value": "\(cafe.check)"}]}, "Period": 60, "Stat": "Minimum"}}],
      "StartTime": \(from), "EndTime": \(to).0, "ScanBy": "TimestampAscending"}
      """
    let json = cafe.ask(Self.request(json: "GetMetricData", query))
    let value = try #require(Aws.document(json.text), "\(json.text)")
    let result = try #require(value["MetricDataResults"]?.elements.first)
    #expect(result["Timestamps"]?.elements.first == .whole(Int(from)))
    #expect(result["Values"]?.elements.count == 10)
    let document = try #require(Aws.document(query))
    let cbor = cafe.ask(Self.request(cbor: "GetMetricData", document))
    let same = try CBORReader.value(of: cbor.body)
    #expect(same["MetricDataResults"]?.elements.first?["Values"] == result["Values"])
  }

  @Test func `refuses in CBOR and in JSON with the code of the query protocol`() throws {
    var cafe = APICafe()
    let names: JSONValue = .record(["AlarmNames": .texts(["x"])])
    for request in [
      Self.request(cbor: "DeleteAlarms", names),
      Self.request(json: "DeleteAlarms", names.compact),
    ] {
      let response = cafe.ask(request)
      #expect(response.status == 404)
      #expect(response.header("x-amzn-query-error") == "ResourceNotFound;Sender")
      let value = try Aws.document(response.text) ?? CBORReader.value(of: response.body)
      #expect(value["__type"]?.text == "com.amazonaws.cloudwatch#ResourceNotFound")
    }
  }

  @Test func `refuses what it cannot read`() {
    var cafe = APICafe()
    var bad = Self.request(cbor: "DescribeAlarms", .list([]))
    #expect(cafe.ask(bad).header("x-amzn-query-error") == "SerializationException;Sender")
    bad = Self.request(cbor: "Fly", .object([]))
    #expect(cafe.ask(bad).header("x-amzn-query-error") == "InvalidAction;Sender")
    bad = Self.request(json: "DescribeAlarms", "{")
    #expect(cafe.ask(bad).header("x-amzn-query-error") == "SerializationException;Sender")
    bad = Self.request(json: "Fly", "{}")
    #expect(cafe.ask(bad).header("x-amzn-query-error") == "InvalidAction;Sender")
  }
}
