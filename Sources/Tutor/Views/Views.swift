public import CafeWorld
public import Commands
import DNS
public import Route53
public import Terminal

/// The world as text: pure functions from values to styled lines.
public enum Views {
  /// The answer to a question about the world; nothing for `.aws`, whose JSON has its own writer.
  ///
  /// `events` is everything that happened along the present branch, oldest first.
  public static func show(
    _ inquiry: Inquiry,
    of world: World,
    events: [Event],
    on display: Display
  ) -> Styled {
    switch inquiry {
    case .status: status(of: world, on: display)
    case .list(let listing, let zone): list(listing, zone: zone, of: world, on: display)
    case .instance(let id): instance(id, of: world, on: display)
    case .healthCheck(let id): healthCheck(id, of: world, on: display)
    case .recordSets(let zone, let name): recordSets(zone, name, of: world, on: display)
    case .hostedZone(let id): hostedZone(id, of: world, on: display)
    case .delegationSet(let id): delegationSet(id, of: world, on: display)
    case .cidrCollection(let id): cidrCollection(id, of: world, on: display)
    case .alarm(let name): alarm(name, of: world, events: events, on: display)
    case .topic(let arn): topic(arn, of: world, on: display)
    case .resource(let name): resource(name, of: world, on: display)
    case .authority(let question, let short, let client):
      authority(question, short: short, from: client, of: world)
    case .inbox(let mailbox): inbox(mailbox, of: world, on: display)
    case .diagram: CafePicture(of: world).diagram.drawn(on: display)
    case .timeline(let check, let last):
      Strip(of: world, events: events, check: check, last: last).drawn(on: display)
    case .metrics(let id, let last): metrics(id, of: world, last: last, on: display)
    case .orders(let last): orders(of: world, events: events, last: last, on: display)
    case .explain(let question, let client):
      Explanation(of: question, from: client, in: world, events: events, on: display).text
    case .chaos(let chaos): Views.chaos(chaos.report(on: world), of: world, on: display)
    case .now: moment(of: world).wrapped(to: display.proseWidth).joined()
    case .aws: Styled()
    }
  }

  /// A page as a browser shows it.
  ///
  /// `text` gives an asset by its path below `Assets/`.
  public static func page(
    _ visit: Visit,
    of world: World,
    text: (String) -> String?,
    on display: Display
  ) -> Styled {
    withoutActuallyEscaping(text) {
      PageText(visit: visit, world: world, display: display, asset: $0).browser
    }
  }

  /// A page as `curl -i` prints it; with `head` only the status line and the headers.
  public static func curl(
    _ visit: Visit,
    head: Bool,
    of world: World,
    text: (String) -> String?
  ) -> Styled {
    withoutActuallyEscaping(text) {
      let page = PageText(visit: visit, world: world, display: Display(), asset: $0)
      return CurlText(page: page, head: head).text
    }
  }

  /// What came of an order by hand: the confirmation, or which part of the way failed.
  public static func orderResult(
    _ visit: Visit,
    item: String,
    at: Instant,
    placed: Bool,
    of world: World,
    text: (String) -> String?,
    on display: Display
  ) -> Styled {
    withoutActuallyEscaping(text) {
      let page = PageText(visit: visit, world: world, display: display, asset: $0)
      return OrderText(page: page, item: item, at: at, placed: placed).text
    }
  }

  /// A resolver's answer in dig's own layout; with `short` its data alone.
  ///
  /// `at` is the moment of the question: TTLs count down from when the answer was fetched.
  /// `pending` are changes to the name that the name servers do not answer from yet.
  public static func dig(
    _ answer: CachedAnswer,
    cached: Bool,
    resolver: String,
    at: Instant,
    short: Bool,
    pending: [PendingChange]
  ) -> Styled {
    let age = max(0, (at - answer.fetchedAt) / .second)
    var notes = notes(on: pending, at: at)
    if cached {
      let ago = age == 0 ? "just now" : "\(age) s ago"
      notes.append(
        Styled(
          ";; note: out of the cache of \(resolver), fetched \(ago); the TTL counts down",
          .quiet
        )
      )
    }
    let text = DigText(
      question: answer.question,
      code: answer.code,
      records: answer.records,
      authority: answer.authority,
      flags: "qr rd ra",
      age: Int(age),
      server: resolver,
      at: at,
      notes: short ? Views.notes(on: pending, at: at) : notes
    )
    return short ? text.short : text.text
  }

  /// A mail with its head and body.
  public static func mail(_ mail: Mail, on display: Display) -> Styled {
    letter(mail, on: display)
  }

  /// The changes to a name that the name servers do not answer from yet, for `dig`.
  public static func pendingChanges(of question: CachedAnswer, in world: World) -> [PendingChange] {
    world.changesUnderWay(to: question.question.name)
  }
}
