import Foundation
import Support
import Synchronization
import Testing

/// A served café among other programs of the learner's.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ServedClientTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  @Test(.enabled(if: StoryTests.hasClients, "needs boto3 (.build/venv; `make test` makes it)"))
  func `boto3 comes in with the right secret only`() throws {
    let keys = try shop.write("CAFE s3cr3t-s3cr3t\n", to: "keys")
    let served = try Served(shop, ["--require-credentials", keys, "--json-log"])
    let run = try PipedRun(
      Program(
        StoryTests.python,
        [
          StoryTests.root + "/Tests/Clients/signing.py", served.addresses.api, "CAFE",
          "s3cr3t-s3cr3t",
        ],
        environment: ["HOME": shop.home, "LANG": "C.UTF-8"]
      )
    )
    #expect(run.exit == .code(0), "\(run.errors)")
    #expect(run.output.hasPrefix("cafe.example.\n"))
    #expect(served.stop() == .code(0))
    #expect(!(served.program.output + served.program.errors).contains("s3cr3t"))
  }

  /// Answers every request with 200, and counts them.
  private final class Shopfront: Sendable {
    let listener: LoopbackListener
    private let count: Count

    private final class Count: Sendable {
      let requests = Mutex(0)
    }

    init() throws {
      let count = Count()
      self.count = count
      listener = try LoopbackListener { client in
        guard let octets = client.receive(), !octets.isEmpty else { return }
        count.requests.withLock { $0 += 1 }
        client.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8))
      }
    }

    var requests: Int { count.requests.withLock { $0 } }
  }

  @Test func `a learner's own server is really asked, and what it said is in the journal`() throws {
    let front = try Shopfront()
    let built = try shop.run(
      ["play", "--scene", "cafe"],
      input: """
        create instance mine --endpoint 127.0.0.1:\(front.listener.port)
        create health-check it --ip-address mine --resource-path / --request-interval 10
        update health-check it --failure-threshold 1

        """
    )
    #expect(built.exit == .code(0), "\(built.output)")
    let served = try Served(shop, ["--save", "--speed", "10x"])
    let list = try #require(try served.api.ask("GET", "/2013-04-01/healthcheck"))
    let id = try #require(list.body.firstMatch(of: /<HealthCheck><Id>([^<]*)</)?.1)
    func reports() throws -> String {
      try #require(try served.api.ask("GET", "/2013-04-01/healthcheck/\(id)/status")).body
    }
    let isAsked = try found(within: 30) {
      try front.requests > 32 && reports().contains("Success") ? true : nil
    }
    #expect(isAsked == true)
    #expect(try !reports().contains("Failure"))
    front.listener.stop()
    let isMissed = try found(within: 30) {
      try reports().ranges(of: "Failure").count == 16 ? true : nil
    }
    #expect(isMissed == true)
    #expect(served.stop() == .code(0))
    // The journal needs nobody outside.
    let again = try shop.run(["play", "--scene", "cafe"], input: "status\n")
    #expect(again.exit == .code(0) && again.output.contains("unhealthy"), "\(again.output)")
  }
}
