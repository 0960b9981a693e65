import DNS
import Route53
import Testing

/// All of it or nothing (M:ChangeResourceRecordSets, DG:DNSLimitations).
struct `A change batch` {
  private var cafe: Cafe {
    var cafe = Cafe()
    cafe.health = [Cafe.check: .healthy, Cafe.otherCheck: .healthy]
    return cafe
  }

  @Test func `stores a name as Route 53 prints it`() throws {
    let after = try cafe.validated([
      Change(.create, .a("WWW.Cafe.EXAMPLE", Cafe.main)),
      Change(.create, .a("*.cafe.example", Cafe.main)),
    ])
    let names = after.all.map(\.name.description)
    #expect(names.contains("www.cafe.example."))
    #expect(names.contains("\\052.cafe.example."))
  }

  @Test func `cannot create what exists`() throws {
    var cafe = cafe
    try cafe.change(Change(.create, .a("www.cafe.example", Cafe.main)))
    #expect(
      cafe.refusal(Change(.create, .a("www.cafe.example", Cafe.standby))) == [
        "Tried to create resource record set [name='www.cafe.example.', type='A'] "
          + "but it already exists"
      ]
    )
    try cafe.change(
      Change(.delete, .a("www.cafe.example", Cafe.main)),
      Change(.create, .primary("www.cafe.example"))
    )
    #expect(
      cafe.refusal(Change(.create, .primary("www.cafe.example"))) == [
        "Tried to create resource record set [name='www.cafe.example.', type='A', "
          + "set-identifier='FailoverPrimary'] but it already exists"
      ]
    )
  }

  @Test func `is all or nothing`() throws {
    let cafe = cafe
    #expect(
      cafe.refusal(
        Change(.create, .a("a.cafe.example", Cafe.main)),
        Change(.delete, .a("b.cafe.example", Cafe.main))
      ) == [
        "Tried to delete resource record set [name='b.cafe.example.', type='A'] "
          + "but it was not found"
      ]
    )
    #expect(cafe.zone.records == Cafe().zone.records)
  }

  @Test func `may replace one kind of record by another`() throws {
    var cafe = cafe
    try cafe.change(Change(.create, .cname("www.cafe.example", "old.cafe.example")))
    try cafe.change(
      Change(.create, .a("www.cafe.example", Cafe.main)),
      Change(.delete, .cname("www.cafe.example", "old.cafe.example"))
    )
    #expect(try cafe.dig("www.cafe.example").addresses.map(\.description) == [Cafe.main])
  }

  @Test func `cannot change one key twice`() throws {
    var cafe = cafe
    try cafe.change(Change(.create, .a("www.cafe.example", Cafe.main)))
    let text =
      "The request contains an invalid set of changes for a resource record set "
      + "'A www.cafe.example.'"
    let delete = Change(.delete, .a("www.cafe.example", Cafe.main))
    let create = Change(.create, .a("new.cafe.example", Cafe.main))
    #expect(cafe.refusal(delete, delete) == [text])
    #expect(cafe.refusal(delete, delete, delete) == [text])
    #expect(cafe.refusal(create, create).count == 1)
    #expect(cafe.refusal(Change(.upsert, .a("www.cafe.example", "1.1.1.1")), delete) == [text])
    #expect(cafe.refusal(delete, Change(.create, .a("www.cafe.example", Cafe.standby))).isEmpty)
  }

  @Test func `converts a simple record to a pair at once, and not piece by piece`() throws {
    var cafe = cafe
    try cafe.change(Change(.create, .a("www.cafe.example", Cafe.main)))
    #expect(
      cafe.refusal(Change(.create, .primary("www.cafe.example"))) == [
        "RRSet with DNS name www.cafe.example., type A, SetIdentifier FailoverPrimary, marked as "
          + "primary cannot be created because a non-failover RRSet with the same name and type "
          + "already exists"
      ]
    )
    try cafe.change(
      Change(.create, .primary("www.cafe.example")),
      Change(.create, .secondary("www.cafe.example")),
      Change(.delete, .a("www.cafe.example", Cafe.main))
    )
    #expect(
      cafe.refusal(Change(.create, .a("www.cafe.example", Cafe.main))) == [
        "RRSet with DNS name www.cafe.example., type A cannot be created as other RRSets exist "
          + "with the same name and type."
      ]
    )
  }

  @Test func `replaces by UPSERT`() throws {
    var cafe = cafe
    try cafe.change(Change(.upsert, .a("www.cafe.example", Cafe.main)))
    let count = cafe.zone.records.count
    try cafe.change(Change(.upsert, .a("www.cafe.example", Cafe.standby, ttl: 5)))
    #expect(cafe.zone.records.count == count)
    let answer = try cafe.dig("www.cafe.example")
    #expect(answer.ttl == 5 && answer.addresses.map(\.description) == [Cafe.standby])
  }

  @Test func `deletes only what it describes in full`() throws {
    var cafe = cafe
    try cafe.change(
      Change(.create, .a("www.cafe.example", Cafe.main, Cafe.standby)),
      Change(.create, .primary("shop.cafe.example"))
    )
    let wrong: [RecordSetRequest] = [
      .a("www.cafe.example", Cafe.main, Cafe.standby, ttl: 61),
      .a("www.cafe.example", Cafe.main),
      .primary("shop.cafe.example", check: nil),
      .primary("shop.cafe.example", check: Cafe.otherCheck),
    ]
    for request in wrong {
      let messages = cafe.refusal(Change(.delete, request))
      #expect(messages.count == 1)
      #expect(messages[0].hasSuffix("but the values provided do not match the current values"))
    }
    #expect(cafe.refusal(Change(.delete, .a("www.cafe.example", Cafe.standby, Cafe.main))).isEmpty)
    for set in cafe.zone.records.all where set.name != cafe.zone.name {
      #expect(cafe.refusal(Change(.delete, set.request)).isEmpty)
    }
  }

  @Test func `deletes a record whose health check is gone`() throws {
    var cafe = cafe
    try cafe.change(Change(.create, .primary("www.cafe.example")))
    cafe.health = [:]
    #expect(cafe.zone.records.all.contains { $0.healthCheckID == Cafe.check })
    #expect(cafe.refusal(Change(.delete, .primary("www.cafe.example"))).isEmpty)
  }

  @Test func `keeps types of one name apart`() throws {
    var four = cafe
    var six = RecordSetRequest.primary("www.cafe.example", "2600:1f14::1")
    six.type = "AAAA"
    try four.change(Change(.create, .a("www.cafe.example", Cafe.main)), Change(.create, six))
    #expect(four.zone.records.count == 4)
  }

  @Test func `counts an UPSERT twice`() throws {
    func values(_ count: Int, from start: Int) -> [String] {
      (start..<start + count).map { "54.1.\($0 / 256).\($0 % 256)" }
    }
    func change(_ action: ChangeAction, _ name: String, _ values: [String]) -> Change {
      Change(action, RecordSetRequest(name: name, type: "A", ttl: 60, values: values))
    }
    let text = "Number of records limit of 1000 exceeded."
    let half = values(251, from: 0)
    #expect(
      cafe.refusal(
        change(.upsert, "a.cafe.example", half),
        change(.upsert, "b.cafe.example", values(250, from: 0))
      )
        == [text]
    )
    #expect(
      cafe.refusal(
        change(.create, "a.cafe.example", half),
        change(.create, "b.cafe.example", half)
      ).isEmpty
    )
    let txt = "\"" + String(repeating: "x", count: 250) + "\""
    let large = (0..<64).map { index in
      Change(
        .upsert,
        RecordSetRequest(name: "t\(index).cafe.example", type: "TXT", ttl: 1, values: [txt])
      )
    }
    let error = #expect(throws: ServiceError.self) { try cafe.validated(large) }
    #expect(error?.messages == ["RDATA character limit of 32000 exceeded."])
    #expect(
      cafe.refusal(change(.create, "a.cafe.example", values(401, from: 0))) == [
        "Cannot have more than 400 records in a RRSet."
      ]
    )
  }

  @Test func `names every fault in one list`() throws {
    let error = #expect(throws: ServiceError.self) {
      try cafe.validated([
        Change(.create, .a("a.cafe.example", "not an address")),
        Change(.create, .a("www.tea.example", Cafe.main)),
        Change(.delete, .a("b.cafe.example", Cafe.main)),
        Change(.create, .primary("www.cafe.example", check: nil)),
      ])
    }
    let found = try #require(error)
    #expect(found.code == "InvalidChangeBatch" && found.status == 400)
    #expect(found.messages.count == 4)
    #expect(found.message == "[" + found.messages.joined(separator: ", ") + "]")
  }
}
