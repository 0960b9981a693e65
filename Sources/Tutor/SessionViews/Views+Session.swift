import CafeWorld
import DNS
public import Lab
import Route53
public import Terminal

extension Views {
  /// Each step with its points, and where the learner is.
  public static func progress(
    _ record: Record,
    _ lesson: Lesson,
    at present: String?,
    on display: Display
  ) -> Styled {
    let rows: [[Styled]] = lesson.steps.map { step in
      let (earned, possible) = record.points(of: step)
      let help = record.help(in: step.id).map { " (\($0.rawValue))" } ?? ""
      let isRead = record.isRead(step, of: lesson, at: present)
      let sign: Sign = isRead || possible > 0 && earned == possible ? .done : .open
      return [
        (step.id == present ? Styled("→ ") : Styled("  ")) + sign.drawn(on: display),
        Styled(step.id, .command), Styled(step.title),
        Styled(possible == 0 ? (isRead ? "read" : "") : "\(earned) of \(possible)\(help)"),
      ]
    }
    let (earned, possible) = record.points(of: lesson)
    let table = Table(
      [.init(""), .init("step"), .init("title"), .init("points", .right)],
      rows: rows
    )
    return Styled(lesson.front.title, .heading.bold) + Styled("\n") + table.drawn(on: display)
      + Styled("\n\(earned) of \(possible) points", .value)
  }

  /// The rows of the journal; those that were taken back are marked.
  static func history(_ attempt: Attempt, on display: Display) -> Styled {
    let present = attempt.branch
    let names = attempt.record.bookmarks
    let rows: [[Styled]] = attempt.rows.enumerated().dropFirst().suffix(200).map { number, row in
      let isPresent = row.parent == nil || present.contains(number)
      let marks = names.filter { $0.row == number }.map(\.name).joined(separator: " ")
      return [
        Styled("\(number)", .value),
        Styled(row.cafe.world.now.clock(seenFrom: attempt.world.now), .quiet),
        Styled(row.entry.move.kind), Styled(row.typed, isPresent ? .command : .quiet),
        Styled(isPresent ? "" : marks.isEmpty ? "taken back" : "taken back ", .quiet)
          + Styled(marks, .accent),
      ]
    }
    return Table(
      [
        .init("row", .right), .init("time"), .init("kind"), .init("line", overflow: .truncate),
        .init(""),
      ],
      rows: rows
    ).drawn(on: display)
  }

  /// The rows that have a name.
  static func bookmarks(_ attempt: Attempt, on display: Display) -> Styled {
    places(attempt.record.bookmarks, of: attempt, last: "name", on: display)
  }

  /// The ends of all branches, with the line that each ends in.
  static func branches(_ attempt: Attempt, on display: Display) -> Styled {
    let parents = Set(attempt.rows.compactMap(\.parent))
    let ends = attempt.rows.indices.filter {
      attempt.rows[$0].parent != nil && !parents.contains($0)
    }
    let places = ends.map { row -> (name: String, row: Int) in
      (attempt.rows[row].typed + (row == attempt.head ? "  ← here" : ""), row)
    }
    return self.places(places, of: attempt, last: "latest line", on: display)
  }

  private static func places(
    _ places: [(name: String, row: Int)],
    of attempt: Attempt,
    last: String,
    on display: Display
  ) -> Styled {
    let rows: [[Styled]] = places.map { name, row in
      let cafe = attempt.rows[row].cafe
      return [
        Styled("\(row)", .value), Styled(cafe.world.now.clock(seenFrom: attempt.world.now), .quiet),
        Styled(cafe.step ?? "", .accent), Styled(name, .command),
      ]
    }
    return Table(
      [.init("row", .right), .init("time"), .init("step"), .init(last, overflow: .truncate)],
      rows: rows
    ).drawn(on: display)
  }

  /// What differs between two worlds, a line each.
  static func differences(from one: World, to other: World, on display: Display) -> Styled {
    let facts = zip(summary(of: one), summary(of: other)).filter { $0 != $1 }
    var lines = facts.map { before, after in
      Styled("  \(after.name): ") + Styled(before.value, .quiet) + Styled(" → ")
        + Styled(after.value, .value)
    }
    lines += onlyIn(one, other).map { Styled("  \($0)") }
    guard !lines.isEmpty else { return Styled("  nothing differs", .quiet) }
    return lines.map { $0.wrapped(to: display.width, hanging: Styled("    ")).joined() }.joined()
  }

  private struct Line: Equatable {
    let name: String
    let value: String
  }

  /// The things that both worlds have.
  private static func summary(of world: World) -> [Line] {
    var lines = world.instances.flatMap { instance in
      [
        Line(name: "\(instance.name), state", value: instance.state.rawValue),
        Line(
          name: "\(instance.name), address",
          value: instance.publicAddress?.description ?? "none"
        ),
        Line(name: "\(instance.name), website", value: website(of: instance, in: world)),
      ]
    }
    let name = world.customers.name
    let answer = world.authoritativeAnswer(Question(name: name, type: .a))
    let owners = answer.addresses.map { world.owner(of: $0)?.name ?? "nobody (\($0))" }
    lines.append(
      Line(
        name: "\(name.withoutDot) is answered with",
        value: owners.isEmpty ? answer.code.rawValue : owners.joined(separator: ", ")
      )
    )
    lines.append(Line(name: "orders placed", value: "\(world.customers.placed)"))
    lines.append(Line(name: "orders lost", value: "\(world.customers.lost)"))
    lines.append(Line(name: "mails", value: "\(world.mails.count)"))
    return lines
  }

  private static func website(of instance: Instance, in world: World) -> String {
    guard let address = instance.publicAddress else { return "no address" }
    switch world.reach(of: address) {
    case .silent: return "no reply"
    case .refuses: return "refuses connections"
    case .answers(let status, let slow, let body):
      let page = body == nil ? "" : ", another page"
      return "answers \(status)" + (slow > 0 ? " after \(duration(Int(slow)))" : "") + page
    }
  }

  /// What only one of the worlds has, or what has another state there.
  private static func onlyIn(_ one: World, _ other: World) -> [String] {
    let checks = other.healthChecks.compactMap { check -> String? in
      guard let old = one.healthCheck(check.id) else { return "health check \(check.name): new" }
      return old.status == check.status
        ? nil : "health check \(check.name): \(old.status.rawValue) → \(check.status.rawValue)"
    }
    let goneChecks = one.healthChecks.filter { other.healthCheck($0.id) == nil }
      .map { "health check \($0.name): gone" }
    let alarms = other.alarms.compactMap { alarm -> String? in
      guard let old = one.alarm(alarm.name) else { return "alarm \(alarm.name): new" }
      return old.state == alarm.state
        ? nil : "alarm \(alarm.name): \(old.state.rawValue) → \(alarm.state.rawValue)"
    }
    let records = zip(one.hostedZones, other.hostedZones).flatMap { before, after in
      after.records.all.filter { !before.records.all.contains($0) }
        .map { "record \($0.name.withoutDot) \($0.type.rawValue): changed or new" }
        + before.records.all.filter { after.records[$0.key] == nil }
        .map { "record \($0.name.withoutDot) \($0.type.rawValue): gone" }
    }
    return checks + goneChecks + alarms + records
  }
}
