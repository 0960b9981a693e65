import CafeWorld
import Route53

extension CommandError {
  /// What happened, to what, and the next thing to try, as lines of plain text.
  ///
  /// Text that somebody typed or a file held is cut, and shown without control characters.
  public var message: String {
    switch self {
    case .tooLong(let bytes, let most):
      "That line has \(bytes) bytes, and \(most) are the most. Split it, or put it into a file."
    case .controlCharacter(let column, let scalar):
      "Column \(column) holds \(Self.shown(scalar)), which no command has. Type the line again "
        + "without it."
    case .openQuote(let column, let quote):
      "The quote \(quote) in column \(column) is still open. Close it, or put a backslash before "
        + "it."
    case .danglingBackslash(let column):
      "The backslash in column \(column) has nothing behind it. Take it away, or put it twice."
    case .unknownVerb(let verb, let near):
      "There is no command \(verb.inQuotes). "
        + (Self.question(near) ?? "`help` lists the commands.")
    case .incomplete(let verb, let choices):
      "\(verb) what? \(Self.choice(choices)). `help \(verb)` says more."
    case .usage(let command, let message, let usage, let near):
      Self.usage(command, message, usage, near)
    case .unknownName(let kind, let name, let near): Self.unknown(kind, name, near)
    case .unknownThing(let what, let name, let near, let look):
      "There is no \(what) \(name.inQuotes). "
        + (Self.question(near) ?? "`\(look)` shows those that there are.")
    case .nameTaken(let kind, let name):
      "There is already \(kind.withArticle) \(name.inQuotes). Choose another name, or change "
        + "the one that there is: `show \(quoted(name.shown()))` shows it."
    case .noPublicAddress(let instance):
      "\(instance.shown()) has no public address now. `start \(instance.shown())` gets it one."
    case .instanceGone(let instance):
      "\(instance.shown()) was terminated: it is gone for good, and so is its address. Name "
        + "another instance (`list instances` shows them), or `undo` what ended it."
    case .ambiguous(let kind, let name, let choices):
      "\(name.inQuotes) can mean more than one \(kind?.rawValue ?? "thing"). Say which: "
        + Self.choice(choices) + "."
    case .badValue(let option, let value, let allowed, let near):
      Self.sentence(
        (option.isPlaceholder ? "" : "\(option.shown()): ") + "\(value.inQuotes) does not fit"
          + (option.isPlaceholder ? " here" : "") + ". Allowed: \(allowed)"
      )
        + (Self.question(near).map { " " + $0 } ?? "")
    case .needsFile(let path):
      "The file \(path.inQuotes) was not read. Is the name right, and is it of at most 1 MiB?"
    case .badDocument(let what, let position, let message):
      Self.document(what, position, message)
    case .service(let operation, let code, let message, let near):
      Self.usage("", AwsFault.sentence(code, message, operation), "", near)
    case .unsupportedAws(let service, let operation, let near):
      "This café has no `aws \(service.shown())\(operation.map { " " + $0.shown() } ?? "")`. "
        + (Self.question(near)
          ?? "`help aws\(operation == nil ? "" : " \(service.shown())")` lists what it has.")
    }
  }

  /// Stands before a usage line, whose width it shares.
  static let usageMark = "Usage: "

  private static func usage(
    _ command: String,
    _ message: String,
    _ usage: String,
    _ near: [String]
  ) -> String {
    let said = sentence(message.shown(longest: 600, keepsLines: true))
    let tail = question(near).map { " " + $0 } ?? ""
    return usage.isEmpty ? said + tail : "\(command): \(said)\(tail)\n\(usageMark)\(usage)"
  }

  private static func unknown(
    _ kind: Rejection.Kind,
    _ name: String,
    _ near: [String]
  ) -> String {
    switch (kind, name) {
    case (.zone, ""): "There is no hosted zone. `create hosted-zone NAME` makes one."
    case (.address, ""):
      "There is no Elastic IP address for that. `allocate address` gets one, `list addresses` "
        + "shows those that there are."
    case (.subscription, _) where near.isEmpty:
      "No subscription of \(name.inQuotes) waits for anything. `subscribe TOPIC EMAIL` asks for "
        + "one."
    default:
      "There is no \(kind.rawValue) \(name.inQuotes). " + (question(near) ?? kind.whereToLook)
    }
  }

  private static func document(_ what: String, _ position: String?, _ message: String) -> String {
    let place = position.map { ", \($0.shown())" } ?? ""
    return sentence("\(what.shown())\(place): \(message.shown(longest: 600, keepsLines: true))")
  }

  private static func question(_ near: [String]) -> String? {
    near.isEmpty ? nil : "Did you mean \(choice(near))?"
  }

  /// `a, b or c`.
  private static func choice(_ words: [String]) -> String {
    let shown = words.map { $0.shown() }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func sentence(_ text: String) -> String {
    guard let last = text.last, !".?!".contains(last) else { return text }
    return text + "."
  }

  private static func shown(_ scalar: UInt32) -> String {
    Unicode.Scalar(scalar).map { String(Character($0)).shown() } ?? "something"
  }
}

extension String {
  fileprivate var inQuotes: String { "\"\(shown())\"" }

  /// Whether this only stands for a word of the line, as `KIND` does.
  fileprivate var isPlaceholder: Bool { allSatisfy { $0.isUppercase } }
}

extension Rejection.Kind {
  fileprivate var withArticle: String {
    let word = rawValue
    return (word.first.map { "aeiouA".contains($0) } ?? false ? "an " : "a ") + word
  }

  /// Where the names of this kind are to be found.
  fileprivate var whereToLook: String {
    switch self {
    case .instance: "`list instances` shows those that there are."
    case .address: "`list addresses` shows those that there are."
    case .zone: "`list zones` shows those that there are."
    case .healthCheck: "`list health-checks` shows those that there are."
    case .record: "`list records` shows those that there are."
    case .topic: "`list topics` shows those that there are."
    case .alarm: "`list alarms` shows those that there are."
    case .resolver: "`list resolvers` shows those that there are."
    case .mail, .subscription, .mailbox: "`inbox` lists the mail and whose it is."
    case .routingControl: "`create routing-control NAME` makes one."
    case .cidrCollection: "`list cidr-collections` shows those that there are."
    case .delegationSet: "`list delegation-sets` shows those that there are."
    case .resource: "`list resources` shows those that there are."
    case .availabilityZone: "`list instances` shows those that there are."
    case .region: "Checkers are in \(HealthRules.regions.joined(separator: ", "))."
    }
  }
}
