import Benchmark
import Foundation

let upsertsPerSecond = BenchmarkMetric.custom("upserts/s", polarity: .prefersLarger)
let listsPerSecond = BenchmarkMetric.custom("lists/s", polarity: .prefersLarger)
let timesMotoUpserts = BenchmarkMetric.custom("upserts, times moto", polarity: .prefersLarger)
let timesMotoLists = BenchmarkMetric.custom("lists, times moto", polarity: .prefersLarger)

/// Amazon's Route 53 API as `cafe serve` and moto's server give it: the same bytes to both, over
/// one connection.
func apiServers() {
  Benchmark(
    "api: UPSERTs, and lists of 300 records, against moto's in the same run",
    configuration: .init(
      metrics: [upsertsPerSecond, listsPerSecond, timesMotoUpserts, timesMotoLists],
      warmupIterations: 0,
      maxDuration: .seconds(120),
      maxIterations: 3
    )
  ) { benchmark in
    guard let cafe = Program("CAFE"), let moto = Program("MOTO") else {
      return benchmark.error("no CAFE and MOTO")
    }
    let theirs = try ServedAPI(moto, ["-p", "5396"], port: 5396).rates(upserts: 300, lists: 10)
    let ours = try ServedAPI(
      cafe,
      ["serve", "--scene", "empty", "--api", "5397", "--dns", "0", "--web", "0"],
      port: 5397
    ).rates(upserts: 3_000, lists: 1_000)
    benchmark.measurement(upsertsPerSecond, Int(ours.upserts))
    benchmark.measurement(listsPerSecond, Int(ours.lists))
    benchmark.measurement(timesMotoUpserts, Int(ours.upserts / theirs.upserts))
    benchmark.measurement(timesMotoLists, Int(ours.lists / theirs.lists))
  }
}

/// A server of the API, as a process of its own.
private final class ServedAPI {
  private let process: pid_t
  private let port: UInt16
  private static let namespace = "xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\""

  init(_ program: Program, _ words: [String], port: UInt16) throws {
    process = try program.start(words)
    self.port = port
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// Requests a second: UPSERTs of one record each, of 300 names in turn; and lists of these.
  func rates(upserts: Int, lists: Int) throws -> (upserts: Double, lists: Double) {
    let connection = try Connection(port: port)
    let made = String(
      decoding: try connection.ask(
        "POST",
        "/hostedzone",
        "<CreateHostedZoneRequest \(Self.namespace)><Name>bench.example</Name>"
          + "<CallerReference>\(UUID().uuidString)</CallerReference></CreateHostedZoneRequest>"
      ),
      as: UTF8.self
    )
    guard let start = made.range(of: "<Id>/hostedzone/"),
      let end = made.range(of: "</Id>", range: start.upperBound..<made.endIndex)
    else { throw Failure(text: "no zone: \(made)") }
    let path = "/hostedzone/\(made[start.upperBound..<end.lowerBound])/rrset"
    let upsertTime = try ContinuousClock().measure {
      for number in 0..<upserts {
        _ = try connection.ask("POST", path + "/", Self.upsert(number % 300))
      }
    }
    let last = Array("<Name>w299.bench.example.</Name>".utf8)
    let listTime = try ContinuousClock().measure {
      for _ in 0..<lists {
        guard place(of: last, in: try connection.ask("GET", path, "")) != nil else {
          throw Failure(text: "a list without the last record")
        }
      }
    }
    return (Double(upserts) / upsertTime.seconds, Double(lists) / listTime.seconds)
  }

  private static func upsert(_ number: Int) -> String {
    "<ChangeResourceRecordSetsRequest \(namespace)><ChangeBatch><Changes><Change>"
      + "<Action>UPSERT</Action><ResourceRecordSet><Name>w\(number).bench.example</Name>"
      + "<Type>A</Type><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>192.0.2.1</Value>"
      + "</ResourceRecord></ResourceRecords></ResourceRecordSet></Change></Changes></ChangeBatch>"
      + "</ChangeResourceRecordSetsRequest>"
  }
}

/// A connection that is kept, as far as the server keeps it.
///
/// It does as little as it can, so that what is measured is the server: what came stands in one
/// buffer, and a body is given as the bytes that they are.
private final class Connection {
  private let port: UInt16
  private var descriptor: Int32 = -1
  private var buffer = [UInt8](repeating: 0, count: 1 << 20)
  /// How many bytes of the buffer have come, and belong to one response.
  private var filled = 0

  init(port: UInt16) throws {
    self.port = port
    for _ in 0..<600 {
      if open() { return }
      usleep(50_000)
    }
    throw Failure(text: "nobody listens on port \(port)")
  }

  deinit { close(descriptor) }

  /// Sends a request, and gives back the body of a response of success.
  func ask(_ method: String, _ path: String, _ body: String) throws -> ArraySlice<UInt8> {
    let request =
      "\(method) /2013-04-01\(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
      + "Authorization: AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/route53/aws4_request, "
      + "SignedHeaders=host;x-amz-date, Signature=\(String(repeating: "0", count: 64))\r\n"
      + "X-Amz-Date: 20260101T000000Z\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    let bytes = Array(request.utf8)
    guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      throw Failure(text: "the server has gone")
    }
    filled = 0
    let start = try headEnd()
    let head = String(decoding: buffer[..<start], as: UTF8.self).lowercased()
    guard let status = head.split(separator: " ").dropFirst().first, status.hasPrefix("2"),
      let field = head.range(of: "content-length: "),
      let count = Int(head[field.upperBound...].prefix { $0.isNumber })
    else { throw Failure(text: "\(method) \(path): \(head)") }
    while filled < start + count { try fill() }
    if head.contains("connection: close") || head.hasPrefix("http/1.0") {
      close(descriptor)
      guard open() else { throw Failure(text: "the server has gone") }
    }
    return buffer[start..<start + count]
  }

  private func open() -> Bool {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var one: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, 4)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let failure = withUnsafePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if failure != 0 { close(descriptor) }
    return failure == 0
  }

  /// Where the body of the response begins.
  private func headEnd() throws -> Int {
    let mark = Array("\r\n\r\n".utf8)
    while true {
      if let end = place(of: mark, in: buffer[..<filled]) { return end + mark.count }
      try fill()
    }
  }

  private func fill() throws {
    if filled == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
    let count = buffer[filled...].withUnsafeMutableBytes { free in
      recv(descriptor, free.baseAddress, free.count, 0)
    }
    guard count > 0 else { throw Failure(text: "the server has gone") }
    filled += count
  }
}

/// Where some bytes stand in others, counted from the first of these; nil: nowhere.
private func place(of mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
  bytes.withUnsafeBytes { bytes -> Int? in
    let last = bytes.count - mark.count
    guard last >= 0 else { return nil }
    return (0...last).first { start in
      bytes[start] == mark[0] && bytes[start..<start + mark.count].elementsEqual(mark)
    }
  }
}
