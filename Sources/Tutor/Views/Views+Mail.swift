import CafeWorld
import Terminal

extension Views {
  static func letter(_ mail: Mail, on display: Display) -> Styled {
    var sheet = Sheet(on: display)
    sheet.facts(
      [
        ("From", Styled(Mail.sender)), ("To", Styled(mail.recipient)),
        ("Date", Styled("\(mail.at.longDate) (UTC-8)")), ("Subject", Styled(mail.subject, .strong)),
      ],
      indent: 0
    )
    sheet.gap()
    for paragraph in paragraphs(of: mail.body) {
      sheet.say(Styled(paragraph), hanging: paragraph.hasPrefix("- ") ? 4 : 0)
    }
    return sheet.text
  }

  /// The body's lines with those that belong together joined, so that they can be wrapped anew.
  private static func paragraphs(of lines: [String]) -> [String] {
    var result: [String] = []
    var isOpen = false
    for line in lines {
      let isProse =
        line.first.map { $0.isLetter || $0 == "\"" } ?? false
        && !line.hasPrefix("arn:") && !line.contains("://")
      if let last = result.last, isOpen && isProse || line.hasPrefix("  ") && last.hasPrefix("- ") {
        result[result.count - 1] = last + " " + line.drop { $0 == " " }
      } else {
        result.append(line)
      }
      isOpen = isProse && !line.hasSuffix(":")
    }
    return result
  }

  /// The mails of one mailbox or, with nil, of all, newest last.
  static func inbox(_ mailbox: String?, of world: World, on display: Display) -> Styled {
    let owner = mailbox.map { world.administrator($0)?.address ?? $0 }
    let mails = world.mails.filter { owner == nil || $0.recipient == owner }
    guard !mails.isEmpty else {
      let whose = owner.map { "No mail for \(world.reader(of: $0)) yet." } ?? "No mail yet."
      let reader = owner ?? world.administrators.first?.address ?? "EMAIL"
      let advice =
        world.topics.first.map { "`subscribe \($0.name) \(reader)` asks for it." }
        ?? "Mail comes from a topic: `create topic Cafe-Alerts`, then `subscribe` somebody."
      return none("\(whose) \(advice)").withCommands.wrapped(to: display.proseWidth).joined()
    }
    let columns: [Table.Column] = [
      Table.Column("No.", .right), Table.Column("State"), Table.Column("To"),
      Table.Column("Received"), Table.Column("Subject"),
    ]
    let rows: [[Styled]] = mails.map { mail in
      [
        "\(mail.number)", mail.isRead ? Styled("read", .quiet) : Styled("new", .accent),
        Styled(world.reader(of: mail.recipient)), Styled(mail.at.clock(seenFrom: world.now)),
        Styled(mail.subject, mail.isRead ? .plain : .strong),
      ]
    }
    var sheet = Sheet(on: display)
    sheet.draw(Table(columns, rows: rows).drawn(on: display))
    if let unread = mails.first(where: { !$0.isRead }) {
      sheet.gap()
      sheet.say(none("`read \(unread.number)` opens the oldest that is new."))
    }
    return sheet.text
  }
}
