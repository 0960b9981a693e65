import CafeWorld

/// The administrators' mail as plain text, for those who have no prompt to read it at.
enum Mailboxes {
  /// What of the API's address is the café's own.
  private static let own = "/_cafe"
  /// Below this path of the API's address.
  static let path = own + "/inbox"

  /// The list of all mail, or one mail by its number; nil: the path is Amazon's.
  static func page(_ path: String, in world: World) -> HTTPAnswer? {
    guard path == own || path.hasPrefix(own + "/") else { return nil }
    guard path == Self.path || path.hasPrefix(Self.path + "/") else {
      return text(404, "There is no such page; the mail is at \(Self.path).")
    }
    let number = path.dropFirst(Self.path.count + 1)
    if number.isEmpty { return text(200, list(world)) }
    guard let number = Int(number), let mail = world.mail(number) else {
      return text(404, "There is no mail \(number); \(Self.path) lists them.")
    }
    return text(200, whole(mail))
  }

  /// For whoever reads from afar where requests must be signed: a browser signs nothing.
  static let closed = text(
    403,
    "Requests must be signed here, so the mail is shown to this machine alone, through its "
      + "loopback address. At a prompt `inbox` lists it, and `read` opens it."
  )

  private static func list(_ world: World) -> String {
    if world.mails.isEmpty { return "No mail yet." }
    return world.mails.map { mail in
      "\(mail.number)\t\(mail.at.iso)\t\(mail.recipient)\t\(mail.subject)"
    }.joined(separator: "\n")
  }

  private static func whole(_ mail: Mail) -> String {
    ([
      "From: \(Mail.sender)", "To: \(mail.recipient)", "Date: \(mail.at.iso)",
      "Subject: \(mail.subject)", "",
    ] + mail.body + confirming(mail)).joined(separator: "\n")
  }

  /// The link of a confirmation leads nowhere here; what does the same from a shell.
  private static func confirming(_ mail: Mail) -> [String] {
    guard case .confirmation(let topic, let token) = mail.content else { return [] }
    return [
      "", "To confirm with the AWS CLI:",
      "aws sns confirm-subscription --region \(Topic.region) --topic-arn \(topic) "
        + "--token \(token)",
    ]
  }

  private static func text(_ status: Int, _ text: String) -> HTTPAnswer {
    HTTPAnswer(status: status, type: "text/plain; charset=utf-8", text: text + "\n")
  }
}
