import CafeWorld
import DNS
import Route53
import Terminal

/// An answer as dig lays it out.
struct DigText {
  let question: Question
  let code: ResponseCode
  let records: [ResourceRecord]
  let authority: [ResourceRecord]
  let flags: String
  /// Whole seconds since the answer was fetched; TTLs count down by them.
  let age: Int
  /// The client's subnet, if it was sent along (EDNS0).
  var subnet: AddressBlock?
  let server: String
  let at: Instant
  /// Lines that dig itself would not print.
  let notes: [Styled]

  /// What `+short` prints; where dig would print nothing, a comment says why.
  var short: Styled {
    let nothing = Styled(";; nothing to print, status: \(code.rawValue)", .quiet)
    let lines = records.map { Styled($0.data.description, .value) }
    return ((lines.isEmpty ? [nothing] : lines) + notes).joined()
  }

  var text: Styled {
    var lines: [Styled] = [
      Styled("; <<>> DiG <<>> \(question.name.shown) \(question.type.rawValue) @\(server)", .quiet),
      ";; Got answer:",
      ";; ->>HEADER<<- opcode: QUERY, status: \(code.rawValue, code == .noError ? .good : .bad), "
        + "id: \(identifier)",
      ";; flags: \(flags); QUERY: 1, ANSWER: \(records.count), AUTHORITY: \(authority.count), "
        + "ADDITIONAL: \(subnet == nil ? 0 : 1)",
    ]
    if let subnet {
      lines += ["", Styled(";; OPT PSEUDOSECTION:", .quiet), "; CLIENT-SUBNET: \("\(subnet)")/0"]
    }
    lines += [
      "", Styled(";; QUESTION SECTION:", .quiet),
      Styled(row([";\(question.name)", "", "IN"]) + question.type.rawValue),
    ]
    lines += section("ANSWER", records, .value) + section("AUTHORITY", authority, .plain)
    lines += [
      "", Styled(";; Query time: 0 msec", .quiet), Styled(";; SERVER: \(server)", .quiet),
      Styled(";; WHEN: \(when)", .quiet),
    ]
    return (lines + notes).joined()
  }

  private func section(_ name: String, _ records: [ResourceRecord], _ style: Style) -> [Styled] {
    guard !records.isEmpty else { return [] }
    return ["", Styled(";; \(name) SECTION:", .quiet)]
      + records.map { record in
        let front = row([
          record.name.description, String(max(0, record.ttl - age)), "IN", record.type.rawValue,
        ])
        return Styled(front) + Styled(record.data.description, style)
      }
  }

  /// dig's columns, each a multiple of eight wide.
  private func row(_ cells: [String]) -> String {
    zip(cells, [24, 8, 8, 8]).map { cell, width in
      cell + String(repeating: " ", count: max(cell.isEmpty ? 0 : 1, width - cell.count))
    }.joined()
  }

  /// A number in place of dig's random one: the same question at the same moment has the same.
  private var identifier: Int { Int(at.milliseconds / 1_000 * 31 % 65_536) }

  private var when: String {
    let civil = at.civil(local: true)
    let day = civil.day < 10 ? "0\(civil.day)" : "\(civil.day)"
    return "\(civil.shortWeekday) \(CivilTime.months[civil.month - 1].prefix(3)) \(day) "
      + "\(civil.clock) UTC-8 \(civil.year)"
  }
}

extension Views {
  /// What the name servers themselves answer a client now; nil: the learner's own resolver.
  static func authority(
    _ question: Question,
    short: Bool,
    from client: AddressBlock?,
    of world: World
  ) -> Styled {
    let answer = world.authoritativeAnswer(question, from: client)
    let zone = answer.zone.flatMap { world.hostedZone($0) }
    let text = DigText(
      question: question,
      code: answer.code,
      records: answer.records,
      authority: answer.authority,
      flags: answer.isAuthoritative ? "qr aa rd" : "qr rd",
      age: 0,
      subnet: client,
      server: zone?.nameServers.first?.shown ?? "route53",
      at: world.now,
      notes: notes(on: world.changesUnderWay(to: question.name), at: world.now)
    )
    return short ? text.short : text.text
  }

  /// What is said of changes that the name servers do not answer from yet.
  static func notes(on pending: [PendingChange], at now: Instant) -> [Styled] {
    pending.map { change in
      Styled(
        ";; note: change \(change.id.text) is PENDING: accepted at "
          + "\(change.submitted.clock(seenFrom: now)), answered within 60 s of that",
        .warning
      )
    }
  }
}
