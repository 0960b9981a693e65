import CafeWorld
import DNS
import Route53
import Testing

/// §1.5 of the notes on Route 53: two errors come only from a fault on purpose.
@Suite(.timeLimit(.minutes(1)))
struct `A fault of Route 53's API` {
  var cafe = Cafe()

  private func change() throws -> Command {
    let zone = try #require(cafe.world.hostedZones.first?.id)
    let batch = ChangeBatch(changes: [Change(.upsert, try cafe.record())])
    return .changeRecords(zone, batch)
  }

  private let create = Command.createHostedZone(
    name: "tea.example",
    callerReference: nil,
    comment: nil
  )

  @Test mutating func `throttles every change`() throws {
    try cafe.perform(.breakControlPlane(.throttling, lasting: nil))
    let error = ServiceError(code: "Throttling", status: 400, messages: ["Rate exceeded"])
    #expect(try cafe.refusal(change()) == error)
    #expect(cafe.refusal(create) == error)
    try cafe.perform(.stopInstance(try cafe.first.id))
    try cafe.perform(.healControlPlane)
    #expect(try cafe.refusal(change()) == nil)
    #expect(throws: Rejection.nothingToHeal("Route 53")) { try cafe.perform(.healControlPlane) }
  }

  @Test mutating func `lets a zone's prior request be incomplete`() throws {
    try cafe.perform(.breakControlPlane(.priorRequest, lasting: nil))
    #expect(
      try cafe.refusal(change())
        == ServiceError(
          code: "PriorRequestNotComplete",
          status: 400,
          messages: [
            "The request was rejected because Route 53 was still processing a prior request."
          ]
        )
    )
    #expect(cafe.refusal(create) == nil)
    try cafe.perform(.healEverything)
    #expect(try cafe.refusal(change()) == nil)
  }

  @Test mutating func `ends by itself, and the end has a cause`() throws {
    let events = try cafe.perform(.breakControlPlane(.throttling, lasting: 30 * .second))
    let digest = cafe.world.digest
    try cafe.perform(.breakControlPlane(.priorRequest, lasting: .minute))
    try cafe.wait(30 * .second - 1)
    #expect(try cafe.refusal(change())?.code == "Throttling")
    let ended = try cafe.wait(1)
    #expect(ended.first?.fact == .controlPlaneFaultEnded(.throttling))
    #expect(ended.first?.cause == events.first?.number)
    #expect(try cafe.refusal(change())?.code == "PriorRequestNotComplete")
    try cafe.wait(.minute)
    #expect(try cafe.refusal(change()) == nil && cafe.world.digest != digest)
    #expect(throws: Rejection.self) {
      try cafe.perform(.breakControlPlane(.throttling, lasting: 0))
    }
  }

  @Test mutating func `leaves the name servers alone`() throws {
    try cafe.perform(change())
    try cafe.perform(.breakControlPlane(.throttling, lasting: nil))
    try cafe.wait(.minute)
    #expect(try cafe.answer == [cafe.firstAddress])
  }
}
