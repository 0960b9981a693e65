import CafeWorld
import DNS
import Route53
import Terminal

/// Why an answer is what it is, rule by rule, and how long until it could be another.
struct Explanation {
  let question: Question
  let world: World
  let events: [Event]
  let display: Display
  private let answer: Answer
  /// Whether somebody else's question is asked than the learner's own.
  private let isForSomebodyElse: Bool

  init(
    of question: Question,
    from client: AddressBlock? = nil,
    in world: World,
    events: [Event],
    on display: Display
  ) {
    self.question = question
    self.world = world
    self.events = events
    self.display = display
    isForSomebodyElse = client.map { $0 != world.learner } ?? false
    answer = world.authoritativeAnswer(question, from: client)
  }

  var text: Styled {
    var sheet = Sheet(on: display)
    if answer.code == .nxDomain, !isForSomebodyElse,
      let gone = Departure(of: question.name, in: world, events: events)
    {
      sheet.say(gone.sentence(seenFrom: world.now))
      return sheet.text
    }
    sheet.say(summary)
    if let asker { sheet.say(asker) }
    sheet.heading("Why, rule by rule")
    ReasonTree(of: answer, in: world).tell(into: &sheet)
    Outlook(of: answer, in: world).tell(into: &sheet)
    return sheet.text
  }

  /// `The client is 86.130.0.0/16, in Britain.`, where that has a say or was asked for.
  private var asker: Styled? {
    guard isForSomebodyElse || answer.asksForClient else { return nil }
    let place =
      Places.name(of: answer.client).map { "in \($0)" }
      ?? "which our table of places does not have"
    return "The client is \(world.described(answer.client), .value), \(place)."
  }

  /// `www.cafe.example A is answered with 34.210.10.17 (CafeInstance1), TTL 15 s, since 08:00:40.`.
  private var summary: Styled {
    let name = Styled("\(question.name.shown) \(question.type.rawValue)", .strong)
    let values = answer.records.filter { $0.type == question.type }.map(\.data)
    guard !values.isEmpty else {
      let meaning = Styled(answer.code.meaning(isEmpty: true), .warning)
      return "\(name) has no answer: \(meaning)\(since)."
    }
    let leads = values.map(world.described).joined(separator: ", ")
    return "\(name) is answered with \(leads, .value), TTL \(answer.ttl ?? 0) s\(since)."
  }

  /// Since when the learner is answered so; what others were told before, nobody keeps.
  private var since: Styled {
    guard question.type == .a, !isForSomebodyElse, !answer.asksForClient else { return Styled() }
    let history = AnswerHistory(of: question, in: world, events: events)
    // It is the same answer whoever has its addresses.
    let same = history.stretches.reversed().prefix { stretch in
      stretch.code == answer.code && stretch.addresses == answer.addresses
    }
    guard let first = same.last, first.from.milliseconds > 0 else { return Styled() }
    return ", since \(first.from.clock(seenFrom: world.now))"
  }
}

extension World {
  /// A subnet as people write it, with the resolver that it is.
  func described(_ client: AddressBlock) -> String {
    let whole = client.isWhole ? "\(client.first)" : "\(client)"
    return resolvers.first { $0.client == client }.map { "\(whole) (\($0.name))" } ?? whole
  }
}

extension AddressBlock {
  /// Whether it is one address.
  fileprivate var isWhole: Bool {
    if case .v4 = first { length == 32 } else { length == 128 }
  }
}

extension ResponseCode {
  /// What a code means, in words.
  func meaning(isEmpty: Bool) -> String {
    switch self {
    case .noError: isEmpty ? "NODATA, the name has no record of this type" : "NOERROR, an answer"
    case .nxDomain: "NXDOMAIN, there is no such name"
    case .servFail: "SERVFAIL, no name server could answer"
    case .refused: "REFUSED, no hosted zone holds it"
    }
  }
}
