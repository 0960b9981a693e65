import CafeWorld
import Route53
import Route53API
import Testing

/// A café whose API is asked in process, as a server would ask it.
struct APICafe {
  var world = Scene.cafe.world(seed: 7)
  var api = AWSAPI()

  static let requestID = "6f1d2c3b-0000-4000-8000-000000000001"
  static let namespace = "https://route53.amazonaws.com/doc/2013-04-01/"

  /// Answers a request and lets the world become what the commands make of it.
  mutating func ask(_ request: APIRequest, now wall: Int64 = 0) -> APIResponse {
    switch api.reply(to: request, in: world, requestID: Self.requestID, now: wall) {
    case .response(let response): return response
    case .commands(let commands, let then):
      var copy = world
      var events: [Event] = []
      do throws(Rejection) {
        for command in commands { events += try copy.perform(command) }
      } catch {
        return then(.failure(error), world)
      }
      world = copy
      return then(.success(events), world)
    }
  }

  /// `GET /hostedzone?maxitems=1`, or with a body `POST …`, behind the version.
  mutating func rest(_ line: String, _ body: String = "") -> APIResponse {
    ask(Self.request(rest: line, body))
  }

  static func request(rest line: String, _ body: String = "") -> APIRequest {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let target = words[1].split(separator: "?", maxSplits: 1).map(String.init)
    return APIRequest(
      method: words[0],
      path: "/2013-04-01" + target[0],
      query: target.count > 1 ? target[1] : "",
      body: Array(body.utf8)
    )
  }

  /// A form such as `Action=StopInstances&InstanceId.1=i-0`, of the service with this version.
  mutating func form(_ service: Door, _ parameters: String) -> APIResponse {
    ask(Self.request(form: service, parameters))
  }

  static func request(
    form service: Door,
    _ parameters: String,
    signedFor region: String? = nil
  ) -> APIRequest {
    var headers = [("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")]
    if let region {
      let scope = "a/20260101/\(region)/\(service)/aws4_request"
      headers.append(
        ("Authorization", "AWS4-HMAC-SHA256 Credential=\(scope), SignedHeaders=host, Signature=0")
      )
    }
    return APIRequest(
      method: "POST",
      path: "/",
      headers: headers,
      body: Array((parameters + "&Version=" + service.rawValue).utf8)
    )
  }

  enum Door: String {
    case ec2 = "2016-11-15"
    case sns = "2010-03-31"
    case cloudwatch = "2010-08-01"
    case sts = "2011-06-15"
  }

  /// The body of a request of Route 53: `<CreateHostedZoneRequest …>…`.
  static func xml(_ operation: String, _ content: String) -> String {
    "<\(operation)Request xmlns=\"\(namespace)\">\(content)</\(operation)Request>"
  }

  mutating func wait(_ time: Milliseconds) throws { try world.perform(.wait(time)) }

  var zone: String { world.hostedZones[0].id.text }

  var check: String { world.healthChecks.last?.id.text ?? "" }

  var instance: String { world.instances[0].id.text }
}

extension APIResponse {
  var text: String { String(decoding: body, as: UTF8.self) }

  /// The text of the first element of this name.
  func text(of element: String) -> String? {
    let parts = text.split(separator: "<\(element)>", maxSplits: 1)
    return parts.count == 2
      ? String(parts[1].split(separator: "</\(element)>", omittingEmptySubsequences: false)[0])
      : nil
  }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// Status, headers and body, an element a line.
  var shown: String {
    let head = headers.map { "\($0.name): \($0.value)" }
    let lines = text.split(separator: "><", omittingEmptySubsequences: false)
      .joined(separator: ">\n<")
    return (["HTTP \(status)"] + head + ["", lines]).joined(separator: "\n")
  }
}
