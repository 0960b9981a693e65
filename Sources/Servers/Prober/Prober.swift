public import CafeWorld
public import DNS
import NIOCore
import NIOHTTP1
import NIOPosix
public import Route53

/// Makes the requests of health checkers for real, of what runs outside a world.
///
/// By the limits of the service (`DG:dns-failover-determining-health-of-endpoints`): four seconds
/// for a connection, ten for one of TCP alone; two more for a status; two more for the body.
public struct Prober: Sendable {
  private let allowed: [AddressBlock]

  /// `allowed`: where requests may go, besides this machine; they never go anywhere else.
  public init(allowed: [AddressBlock] = []) {
    self.allowed = allowed + [Self.loopback]
  }

  private static let loopback = AddressBlock(.v4(IPv4Address(bits: 0x7f00_0000)), length: 8)

  public func mayAsk(_ outside: Outside) -> Bool {
    allowed.contains { $0.contains(.v4(outside.address)) }
  }

  /// Makes one request.
  ///
  /// - Returns: what it found, and how many milliseconds it took.
  public func make(_ probe: RealProbe) async -> (found: ProbeOutcome, took: Milliseconds) {
    let began = ContinuousClock.now
    let found = await outcome(of: probe, since: began)
    return (found, Self.milliseconds(since: began))
  }

  @concurrent private func outcome(
    of probe: RealProbe,
    since began: ContinuousClock.Instant
  ) async -> ProbeOutcome {
    let limit = HealthRules.connectLimitMilliseconds(probe.kind)
    let group = MultiThreadedEventLoopGroup.singleton
    let reading = group.any().makePromise(of: ProbeReading.self)
    let channel: any Channel
    do {
      channel = try await ClientBootstrap(group: group)
        .connectTimeout(.milliseconds(Int64(limit)))
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            guard probe.kind.speaksHTTP else { return }
            try channel.pipeline.syncOperations.addHTTPClientHandlers()
            try channel.pipeline.syncOperations.addHandler(ProbeExchange(probe, reading))
          }
        }
        .connect(to: SocketAddress(probe.outside)).get()
    } catch {
      reading.fail(error)
      return (error as? IOError)?.errnoCode == ECONNREFUSED ? .refused : .timedOut
    }
    let connect = Int(Self.milliseconds(since: began))
    guard probe.kind.speaksHTTP else {
      reading.fail(CancellationError())
      try? await channel.close().get()
      return probe.kind == .tcp ? .connected(connectMilliseconds: connect) : .noHandshake
    }
    let end = channel.eventLoop.scheduleTask(in: Self.patience(probe.kind)) {
      reading.fail(CancellationError())
    }
    defer { end.cancel() }
    let answer = try? await reading.futureResult.get()
    try? await channel.close().get()
    return answer?.outcome(of: probe, connect: connect) ?? .silent
  }

  /// How long a status, and where one is searched the body, may take.
  private static func patience(_ kind: HealthCheckKind) -> TimeAmount {
    let body = kind.matchesString ? HealthRules.bodyLimitMilliseconds : 0
    return .milliseconds(Int64(HealthRules.statusLimitMilliseconds + body))
  }

  static func milliseconds(since began: ContinuousClock.Instant) -> Int64 {
    let time = began.duration(to: .now).components
    return time.seconds * 1_000 + time.attoseconds / 1_000_000_000_000_000
  }
}

extension HealthCheckKind {
  /// Whether a request is sent that anybody on the way may read.
  ///
  /// TLS is not spoken here, so a check that asks for it finds none, and nothing goes out in the
  /// open.
  fileprivate var speaksHTTP: Bool { self != .tcp && !isEncrypted }
}

extension SocketAddress {
  /// An address of version 4, without asking for names.
  fileprivate init(_ outside: Outside) throws {
    try self.init(ipAddress: outside.address.description, port: outside.port)
  }
}
