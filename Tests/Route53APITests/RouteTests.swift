import Commands
import Testing

@testable import Route53API

struct `The operations of Route 53` {
  /// The model has 71 (botocore 1.43.11).
  @Test func `are all there, each once`() {
    #expect(Route.all.count == 71)
    #expect(Set(Route.all.map(\.operation)).count == 71)
  }

  @Test(arguments: Route.all.indices)
  func `are known or have an answer of their own`(index: Int) {
    let route = Route.all[index]
    let isKnown = AwsEndpoint.route53.operation(route.operation) != nil
    #expect(isKnown == (route.absence == nil), "\(route.operation)")
  }

  @Test func `leave out none that the command line has`() {
    let routed = Set(Route.all.map(\.operation))
    let unrouted = AwsOperation.operations(of: "route53").filter { !routed.contains($0.apiName) }
    #expect(unrouted == [])
  }

  /// Whatever is asked, the answer is XML with the right root.
  @Test(arguments: Route.all.indices)
  func `answer in XML`(index: Int) throws {
    let route = Route.all[index]
    var cafe = APICafe()
    let path = route.segments.map { $0.hasPrefix("{") ? cafe.zone : $0 }.joined(separator: "/")
    let body = route.method == "POST" ? APICafe.xml(route.operation, "") : ""
    let response = cafe.rest("\(route.method) /\(path)", body)
    let root = try XMLReader.root(of: response.body)
    #expect(root.name == (response.status < 300 ? route.operation + "Response" : "ErrorResponse"))
  }

  @Test(arguments: ["rrset", "rrset/"])
  func `may end in a slash`(end: String) {
    var cafe = APICafe()
    #expect(cafe.rest("GET /hostedzone/\(cafe.zone)/\(end)").status == 200)
  }

  @Test func `page through delegation sets by marker`() throws {
    var cafe = APICafe()
    for number in 1...3 {
      let body = APICafe.xml(
        "CreateReusableDelegationSet",
        "<CallerReference>d\(number)</CallerReference>"
      )
      #expect(cafe.rest("POST /delegationset", body).status == 201)
    }
    let first = cafe.rest("GET /delegationset?maxitems=2")
    #expect(first.text(of: "MaxItems") == "2" && first.text(of: "IsTruncated") == "true")
    #expect(!first.text.contains("<CallerReference>d3<"))
    let marker = try #require(first.text(of: "NextMarker"))
    for start in [marker, "/delegationset/" + marker] {
      let second = cafe.rest("GET /delegationset?maxitems=2&marker=\(start)")
      #expect(second.text(of: "CallerReference") == "d3")
      #expect(second.text(of: "IsTruncated") == "false" && second.text(of: "Marker") == start)
    }
  }

  /// Every member that a path names is an argument of its operation.
  @Test(arguments: Route.all.filter { $0.absence == nil }.indices)
  func `take what their paths hold`(index: Int) throws {
    let route = Route.all.filter { $0.absence == nil }[index]
    let operation = try #require(AwsEndpoint.route53.operation(route.operation))
    for segment in route.segments where segment.hasPrefix("{") {
      #expect(operation.options.contains { "{\($0.member)}" == segment }, "\(route.operation)")
    }
  }
}
