import Testing

@testable import Route53API

/// The vectors of AWS's own suite for Signature Version 4, and of botocore for Route 53's paths.
struct `Signature Version 4` {
  private static let key = "AKIDEXAMPLE"
  private static let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
  /// 2015-08-30T12:36:00Z.
  private static let wall: Int64 = 1_440_938_160_000

  private struct Vector {
    let method: String
    var path = "/"
    var query = ""
    var host = "example.amazonaws.com"
    var service = "service"
    var more: [(name: String, value: String)] = []
    var body = ""
    let signature: String

    func request(
      key: String = `Signature Version 4`.key,
      date: String = "20150830T123600Z",
      signature: String? = nil
    ) -> APIRequest {
      let names = (["host", "x-amz-date"] + more.map { $0.name.lowercased() }).sorted()
      let authorization =
        "AWS4-HMAC-SHA256 Credential=\(key)/20150830/us-east-1/\(service)/aws4_request, "
        + "SignedHeaders=\(names.joined(separator: ";")), "
        + "Signature=\(signature ?? self.signature)"
      return APIRequest(
        method: method,
        path: path,
        query: query,
        headers: [
          ("Host", host), ("X-Amz-Date", date), ("Authorization", authorization),
        ] + more,
        body: Array(body.utf8)
      )
    }
  }

  private static let vectors: [Vector] = [
    Vector(
      method: "GET",
      signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    ),
    Vector(
      method: "GET",
      query: "Param2=value2&Param1=value1",
      signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
    ),
    Vector(
      method: "POST",
      more: [("My-Header1", "  value4  a   b ")],
      signature: "12762b28d0b33eb9ce0f8f808a030217a5b5966976e817cfb9d9ecd8570388f9"
    ),
    Vector(
      method: "POST",
      path: "/2013-04-01/hostedzone/Z1/rrset/",
      query: "x=%20y",
      host: "route53.amazonaws.com",
      service: "route53",
      body: "<a/>",
      signature: "027314972a8ccd1a91c08a3e5777d402ff99a6183dec14359c761697fa4a2e24"
    ),
    Vector(
      method: "GET",
      path: "/2013-04-01/tags/hosted%20zone/a%2Fb",
      host: "route53.amazonaws.com",
      service: "route53",
      signature: "2261e3786c82e6aadad88d72a3ac28c7fdae697e0df925f21f71ffdcc851683c"
    ),
  ]

  private static func fault(_ request: APIRequest, now: Int64 = wall) -> String? {
    do throws(APIFault) {
      try Credentials([key: secret]).check(request, now: now)
      return nil
    } catch {
      return "\(error.status) \(error.code)"
    }
  }

  @Test(arguments: vectors.indices)
  func `is good where it is right`(index: Int) {
    #expect(Self.fault(Self.vectors[index].request()) == nil)
  }

  @Test(arguments: vectors.indices)
  func `is refused where one digit of it is wrong`(index: Int) {
    let vector = Self.vectors[index]
    let last = vector.signature.last == "0" ? "1" : "0"
    let wrong = String(vector.signature.dropLast()) + last
    #expect(Self.fault(vector.request(signature: wrong)) == "403 SignatureDoesNotMatch")
  }

  @Test func `is refused of a key that nobody has`() {
    #expect(Self.fault(Self.vectors[0].request(key: "OTHER")) == "403 InvalidClientTokenId")
  }

  @Test func `is good for five minutes before and after`() {
    let request = Self.vectors[0].request()
    #expect(Self.fault(request, now: Self.wall + 300_000) == nil)
    #expect(Self.fault(request, now: Self.wall - 300_000) == nil)
    #expect(Self.fault(request, now: Self.wall + 300_001) == "403 SignatureDoesNotMatch")
    #expect(Self.fault(request, now: Self.wall - 300_001) == "403 SignatureDoesNotMatch")
  }

  @Test(arguments: [
    ("", "403 MissingAuthenticationToken"), ("Basic abc", "400 IncompleteSignature"),
    ("AWS4-HMAC-SHA256 Credential=a/b, Signature=0", "400 IncompleteSignature"),
    (
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/s/aws4_request, "
        + "SignedHeaders=x-amz-date, Signature=00",
      "400 IncompleteSignature"
    ),
    (
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/s/aws4_request, "
        + "SignedHeaders=host, Signature=00",
      "403 SignatureDoesNotMatch"
    ),
  ])
  func `is refused where it is not whole`(header: String, answer: String) {
    var headers = [("Host", "h"), ("X-Amz-Date", "20150830T123600Z")]
    if !header.isEmpty { headers.append(("Authorization", header)) }
    #expect(Self.fault(APIRequest(method: "GET", path: "/", headers: headers)) == answer)
  }

  /// EC2 has a code of its own for it, the other services have not.
  @Test(arguments: [
    (APICafe.Door.ec2, "401 AuthFailure"), (.sns, "403 InvalidClientTokenId"),
    (.sts, "403 InvalidClientTokenId"),
  ])
  func `is refused in the code of the service`(service: APICafe.Door, answer: String) {
    var cafe = APICafe()
    cafe.api = AWSAPI(credentials: Credentials([Self.key: Self.secret]))
    let request = APICafe.request(form: service, "Action=X", signedFor: "us-east-1")
    let response = cafe.ask(request)
    #expect("\(response.status) \(response.text(of: "Code") ?? "-")" == answer)
  }

  @Test func `of EC2 is refused by the same code where it is wrong`() {
    var cafe = APICafe()
    cafe.api = AWSAPI(credentials: Credentials([Self.key: Self.secret]))
    let wrong = Self.vectors[0].request(signature: "00")
    let response = cafe.ask(wrong, now: Self.wall)
    #expect("\(response.status) \(response.text(of: "Code") ?? "-")" == "401 AuthFailure")
    let message = "AWS was not able to validate the provided access credentials"
    #expect(response.text(of: "Message") == message)
  }

  @Test func `is asked for only where keys are given`() {
    var cafe = APICafe()
    #expect(cafe.rest("GET /hostedzonecount").status == 200)
    cafe.api = AWSAPI(credentials: Credentials([Self.key: Self.secret]))
    #expect(cafe.rest("GET /hostedzonecount").text(of: "Code") == "MissingAuthenticationToken")
  }
}
