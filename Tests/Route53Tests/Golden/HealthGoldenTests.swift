import DNS
import Route53
import Testing

/// Rows of §11 of the notes on Route 53, by their numbers.
struct `Golden health checks` {
  @Test func `32 an address for documentation is forbidden`() {
    let error = refusal(HealthCheckSettings(kind: .http, ipAddress: "203.0.113.10"))
    #expect(error?.code == "InvalidInput")
    #expect(error?.message == "IPv4 address 203.0.113.10 is forbidden")
  }

  @Test func `33 a request interval of 15 seconds is refused`() {
    let settings = HealthCheckSettings(kind: .http, ipAddress: Cafe.main, requestInterval: 15)
    let error = refusal(settings)
    #expect(error?.code == "InvalidInput")
    #expect(error?.message.contains("Value '15' is not facet-valid") == true)
    #expect(error?.message.contains("enumeration '[10, 30]'") == true)
  }

  @Test func `34 two regions are too few`() {
    let settings = HealthCheckSettings(
      kind: .http,
      ipAddress: Cafe.main,
      regions: ["us-east-1", "us-west-2"]
    )
    let error = refusal(settings)
    #expect(error?.code == "InvalidInput")
    #expect(error?.message.contains("greater than or equal to 3") == true)
  }

  @Test func `37 three healthy checkers of sixteen are enough, two are not`() {
    #expect(HealthRules.evaluated(healthy: 3, of: 16) == .healthy)
    #expect(HealthRules.evaluated(healthy: 2, of: 16) == .unhealthy)
  }

  @Test func `38 a 301 passes, a 404 and a 200 after 2.5 seconds do not`() {
    func passes(_ status: Int, _ wait: Int) -> Bool {
      ProbeOutcome.answered(status: status, connectMilliseconds: 0, statusMilliseconds: wait)
        .passes(kind: .http)
    }
    #expect(passes(301, 0))
    #expect(!passes(404, 0))
    #expect(!passes(200, 2_500))
  }

  @Test func `39 a search string across byte 5120 is not found`() {
    let body = ResponseBody("coffees", offset: 5_118)
    #expect(body.finding("coffees") == .missing)
    #expect(ResponseBody("coffees", offset: 5_113).finding("coffees") == .found)
  }

  @Test func `40 a TCP connection after six seconds passes`() {
    let outcome = ProbeOutcome.connected(connectMilliseconds: 6_000)
    #expect(outcome.passes(kind: .tcp))
    #expect(!ProbeOutcome.connected(connectMilliseconds: 10_001).passes(kind: .tcp))
  }

  @Test func `41 two failures in a row turn a checker, two successes turn it back`() {
    var opinion = CheckerOpinion()
    let statuses = [false, false, true, true].map { passes -> HealthStatus in
      opinion.observe(passes: passes, threshold: 2)
      return opinion.status
    }
    #expect(statuses == [.healthy, .unhealthy, .unhealthy, .healthy])
  }

  @Test func `46 a string in a gzip body is found`() {
    #expect(ResponseBody("hot coffee", encoding: .gzip).finding("coffee") == .found)
  }

  private func refusal(_ settings: HealthCheckSettings) -> ServiceError? {
    do throws(ServiceError) {
      _ = try settings.validated()
      return nil
    } catch {
      return error
    }
  }
}
