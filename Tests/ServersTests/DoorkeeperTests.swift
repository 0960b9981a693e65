import Route53API
import Servers
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `The doorkeeper` {
  static let hosts: [(String, own: Bool, amazon: Bool)] = [
    ("localhost", true, false), ("LOCALHOST:5380", true, false), ("127.0.0.1", true, false),
    ("127.0.0.1:5380", true, false), ("192.168.1.7:5380", true, false), ("[::1]", true, false),
    ("[::1]:5380", true, false), ("[fe80::1]:80", true, false),
    // Names that a stranger can own, and let lead here.
    ("rebind.example", false, false), ("rebind.example:5380", false, false),
    ("127.0.0.1.rebind.example", false, false), ("localhost.rebind.example", false, false),
    ("127.0.0.1.nip.io:5380", false, false), ("localhost.", false, false), ("", false, false),
    ("256.0.0.1", false, false), ("1.2.3", false, false), ("0x7f.0.0.1", false, false),
    ("[::1].rebind.example", false, false), ("[rebind.example]", false, false),
    ("[", false, false), ("::1", false, false),
    // What nobody but Amazon can own.
    ("route53.amazonaws.com", false, true), ("EC2.us-west-2.AmazonAWS.com:443", false, true),
    ("amazonaws.com", false, true), ("notamazonaws.com", false, false),
    ("amazonaws.com.rebind.example", false, false),
  ]

  @Test(arguments: hosts)
  func `knows this machine's hosts and Amazon's from a stranger's`(
    host: String,
    own: Bool,
    amazon: Bool
  ) {
    #expect(Doorkeeper.isOwn(host) == own)
    #expect(Doorkeeper.isAmazon(host) == amazon)
  }

  static let origins: [(origin: String?, host: String?, foreign: Bool)] = [
    (nil, "127.0.0.1:8080", false), (nil, nil, false),
    ("http://127.0.0.1:8080", "127.0.0.1:8080", false),
    ("HTTP://LocalHost:8080", "localhost:8080", false),
    ("http://www.cafe.example", "www.cafe.example", false),
    ("http://127.0.0.1:8081", "127.0.0.1:8080", true),
    ("https://127.0.0.1:8080", "127.0.0.1:8080", true),
    ("http://evil.example", "127.0.0.1:8080", true), ("null", "127.0.0.1:8080", true),
    ("", "127.0.0.1:8080", true), ("http://127.0.0.1", nil, true),
  ]

  @Test(arguments: origins)
  func `knows the pages of its own host from others`(
    origin: String?,
    host: String?,
    foreign: Bool
  ) {
    let headers = origin.map { [("OrIgIn", $0)] } ?? []
    let exchange = HTTPExchange(method: "POST", path: "/", host: host, headers: headers)
    #expect(Doorkeeper.isForeign(exchange) == foreign)
  }

  static let visits: [(host: String?, origin: String?, status: Int)] = [
    ("127.0.0.1:5380", nil, 200), ("localhost:5380", nil, 200),
    ("route53.amazonaws.com", nil, 200), ("rebind.example:5380", nil, 403), (nil, nil, 403),
    ("127.0.0.1:5380", "http://127.0.0.1:5380", 403), ("127.0.0.1:5380", "null", 403),
  ]

  @Test(arguments: visits)
  func `lets programs use Amazon's API, and no web page`(
    host: String?,
    origin: String?,
    status: Int
  ) async throws {
    let owned = try OwnedWorld()
    let door = AmazonDoor(owned.live, api: AWSAPI(), now: { 1_000 }, requestID: { "an-id" })
    let exchange = HTTPExchange(
      method: "GET",
      path: "/2013-04-01/hostedzone",
      host: host,
      headers: origin.map { [("Origin", $0)] } ?? []
    )
    guard case .response(let answer, _) = await door.reply(to: exchange) else {
      Issue.record("no response")
      return
    }
    #expect(answer.status == status)
    #expect(
      String(decoding: answer.body, as: UTF8.self).contains("cafe.example") == (status == 200)
    )
  }
}
