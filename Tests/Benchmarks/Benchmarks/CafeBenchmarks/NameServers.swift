import Benchmark
import CafeWorld
import DNS
import Foundation
import Servers
import Synchronization

let queriesPerSecond = BenchmarkMetric.custom("queries/s (K)", polarity: .prefersLarger)
let timesGdnsd = BenchmarkMetric.custom("times gdnsd (%)", polarity: .prefersLarger)
let flipMicroseconds = BenchmarkMetric.custom("flip to answer (us)", polarity: .prefersSmaller)

/// The café's name server over sockets, for a failover pair whose health it knows.
func nameServers() {
  Benchmark(
    "dns: a failover pair by UDP, against gdnsd's in the same run",
    configuration: .init(
      metrics: [queriesPerSecond, timesGdnsd],
      warmupIterations: 0,
      maxDuration: .seconds(60),
      maxIterations: 5
    )
  ) { benchmark in
    guard let dnsperf = Program(installed: "dnsperf"), let gdnsd = Program(installed: "gdnsd")
    else { return benchmark.error("no dnsperf and gdnsd") }
    let peer = try Gdnsd(gdnsd)
    let cafe = try ServedPair()
    // In turns, since the machine has more to do at one moment than at another.
    let theirs = try rate(dnsperf, peer.port) + rate(dnsperf, peer.port)
    let ours = try rate(dnsperf, cafe.server.port) + rate(dnsperf, cafe.server.port)
    let again = try rate(dnsperf, peer.port) + rate(dnsperf, peer.port)
    benchmark.measurement(queriesPerSecond, Int(ours / 2_000))
    benchmark.measurement(timesGdnsd, Int(100 * 2 * ours / (theirs + again)))
  }
  Benchmark(
    "dns: from a flip to the first answer that shows it",
    configuration: .init(metrics: [flipMicroseconds], maxIterations: 200)
  ) { benchmark in
    let cafe = try ServedPair()
    benchmark.measurement(flipMicroseconds, Int(try cafe.flip() * 1e6))
  }
}

/// Queries a second that dnsperf gets answered, none of them lost.
private func rate(_ dnsperf: Program, _ port: UInt16) throws -> Double {
  let folder = try Scratch()
  let queries = folder.path + "/queries"
  try "\(Answers.pair) A\n".write(toFile: queries, atomically: false, encoding: .utf8)
  let words = ["-s", "127.0.0.1", "-p", "\(port)", "-l", "1", "-c", "4", "-T", "1", "-d", queries]
  let printed = try dnsperf.run(words)
  guard printed.contains("Queries lost:         0"),
    let line = printed.split(separator: "\n").first(where: { $0.contains("Queries per second") }),
    let rate = line.split(separator: " ").last.flatMap({ Double($0) })
  else { throw Failure(text: "dnsperf says: \(printed)") }
  return rate
}

/// gdnsd with a pair of its own, whose addresses it watches by TCP.
private final class Gdnsd {
  let port: UInt16 = 5391
  private let folder: Scratch
  private let process: pid_t

  init(_ program: Program) throws {
    folder = try Scratch()
    let path = folder.path
    for name in ["zones", "run", "state"] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(name)",
        withIntermediateDirectories: true
      )
    }
    let settings = """
      options => { listen => ["127.0.0.1:\(port)"], udp_threads => 1, tcp_threads => 1,
        run_dir => "\(path)/run", state_dir => "\(path)/state" }
      service_types => { web => {
        plugin => tcp_connect, port => 8081, interval => 5, timeout => 2 } }
      plugins => { simplefo => { service_types => web,
        www => { primary => 127.0.0.1, secondary => 127.0.0.2 } } }

      """
    let zone = """
      @ SOA ns1 hostmaster (1 7200 1800 259200 900)
      @ NS ns1
      ns1 A 127.0.0.1
      www 15 DYNA simplefo!www

      """
    try settings.write(toFile: "\(path)/config", atomically: false, encoding: .utf8)
    try zone.write(toFile: "\(path)/zones/cafe.example", atomically: false, encoding: .utf8)
    process = try program.start(["-c", path, "start"])
    // It answers once it has probed its addresses.
    let client = try Client(port: port)
    for _ in 0..<100 where client.ask(milliseconds: 100) == nil { usleep(20_000) }
  }

  deinit {
    // It may have inherited that it is deaf to a polite signal.
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }
}

/// The café's pair, whose primary dies and comes back as often as wanted.
private final class ServedPair {
  let server: DNSServer
  private let state: State
  private let client: Client
  /// The worlds with a healthy and with an unhealthy primary.
  private let worlds: [World]

  private final class State: Sendable {
    let world: Mutex<World>
    let generation = Atomic<UInt64>(0)

    init(_ world: World) {
      self.world = Mutex(world)
    }
  }

  init() throws {
    let start = CafeDay.start(customers: 0)
    var failed = start
    CafeDay.perform(&failed, .kill(failed.instances[0].id))
    CafeDay.perform(&failed, .wait(60_000))
    worlds = [start, failed]
    let state = State(start)
    self.state = state
    server = try DNSServer.start(
      port: 0,
      generation: { state.generation.load(ordering: .acquiring) },
      snapshot: {
        let generation = state.generation.load(ordering: .acquiring)
        return Snapshot(generation: generation, world: state.world.withLock { $0 })
      }
    )
    client = try Client(port: server.port)
  }

  deinit { server.stop() }

  /// The seconds from a flip of the primary to the answer that shows it.
  func flip() throws -> Double {
    let before = client.ask(milliseconds: 1_000)
    let clock = ContinuousClock()
    let start = clock.now
    state.world.withLock { $0 = worlds[1] }
    state.generation.add(1, ordering: .releasing)
    while client.ask(milliseconds: 1_000) == before {}
    return (clock.now - start).seconds
  }
}

/// A UDP socket that asks for the pair.
private final class Client {
  private let descriptor: Int32
  private let query: [UInt8]

  init(port: UInt16) throws {
    let question = Message.Question(try DomainName(Answers.pair), TypeCode(.a))
    query = Message(id: 1, asking: question).octets
    let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    self.descriptor = descriptor
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let failure = withUnsafePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard descriptor >= 0, failure == 0 else { throw Failure(text: "no socket") }
  }

  deinit { close(descriptor) }

  /// The answer's octets, nil when there is none in time.
  func ask(milliseconds: Int32) -> [UInt8]? {
    guard send(descriptor, query, query.count, 0) == query.count else { return nil }
    var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waited, 1, milliseconds) == 1 else { return nil }
    var octets = [UInt8](repeating: 0, count: 2_048)
    let count = recv(descriptor, &octets, octets.count, 0)
    return count > 0 ? Array(octets[..<count]) : nil
  }
}
