import CafeWorld
import DNS
import Gradebook
public import Lab
import Route53
public import Terminal

extension Views {
  /// Points in whole units, so many of which make one.
  struct Score {
    var earned: Int
    var possible: Int
    let unit: Int
  }

  /// Each step with its points, and where the learner is; what is passed is done, shown or not.
  public static func progress(
    _ record: Record,
    _ lesson: Lesson,
    at present: String?,
    on display: Display
  ) -> Styled {
    progress(record, lesson, at: present, on: display) { step in
      let (earned, possible) = record.points(of: step)
      return Score(earned: earned, possible: possible, unit: 1)
    }
  }

  /// The same with points as rules count them.
  static func progress(
    _ record: Record,
    _ lesson: Lesson,
    at present: String?,
    on display: Display,
    score: (Step) -> Score
  ) -> Styled {
    var sum = Score(earned: 0, possible: 0, unit: 1)
    let rows: [[Styled]] = lesson.steps.map { step in
      let points = score(step)
      sum = Score(
        earned: sum.earned + points.earned,
        possible: sum.possible + points.possible,
        unit: points.unit
      )
      let help = record.help(in: step.id)
      let isRead = record.isRead(step, of: lesson, at: present)
      let isPassedWithHelp = help != nil && record.isDone(step)
      let isDone =
        isRead || isPassedWithHelp || points.possible > 0 && points.earned == points.possible
      let words = points.words + (help.map { " (\($0.rawValue))" } ?? "")
      let here =
        display.linear
        ? (step.id == present ? "here, " : "") : (step.id == present ? "→ " : "  ")
      return [
        Styled(here) + (isDone ? Sign.done : Sign.open).drawn(on: display),
        Styled(step.id, .command), Styled(step.title),
        Styled(points.possible == 0 ? (isRead ? "read" : "") : words),
      ]
    }
    let table = Table(
      [.init(""), .init("step"), .init("title"), .init("points", .right)],
      rows: rows
    )
    return Styled(lesson.front.title, .heading.bold) + Styled("\n") + table.drawn(on: display)
      + Styled("\n\(sum.words) points", .value)
  }

  /// The rows of the journal, each at the time of the café that it led to, as `goto` finds it;
  /// those that were taken back are marked, and those that the clock brought between two lines are
  /// one.
  static func history(_ attempt: Attempt, on display: Display) -> Styled {
    let present = Set(attempt.branch)
    let names = attempt.record.bookmarks
    let branches = attempt.record.branchEnds.map { name, row in
      (name: name, rows: Set(attempt.branch(to: row)))
    }
    let groups = attempt.groups(present: present, marked: Set(names.map(\.row)))
    let rows: [[Styled]] = groups.suffix(200).map { group in
      let number = group.upperBound
      let row = attempt.rows[number]
      let led = attempt.rows[attempt.presentHead(after: number)].cafe.world.now
      let isPresent = row.parent == nil || present.contains(number)
      let marks = names.filter { $0.row == number }.map(\.name).joined(separator: " ")
      return [
        Styled(group.count == 1 ? "\(number)" : "\(group.lowerBound)-\(number)", .value),
        Styled(led.clock(seenFrom: attempt.world.now), .quiet),
        Styled(row.isByTheClock ? "time" : row.entry.move.kind),
        row.isByTheClock
          ? Styled(attempt.words(for: group), .quiet)
          : Styled(row.typed, isPresent ? .command : .quiet),
        Styled(isPresent ? "" : elsewhere(number, branches, attempt), .quiet)
          + Styled(isPresent || marks.isEmpty ? marks : " \(marks)", .accent),
      ]
    }
    let columns: [Table.Column] = [
      .init("row", .right), .init("time"), .init("kind"), .init("line", overflow: .truncate),
      .init("note"),
    ]
    // What was typed gets the room of what says nothing, or only what the line itself says.
    let isNoted = rows.contains { $0.last?.isEmpty == false }
    let shown = columns.indices.filter { column in
      switch column {
      case 2: display.linear || display.width >= 72
      case 4: isNoted
      default: true
      }
    }
    return Table(shown.map { columns[$0] }, rows: rows.map { row in shown.map { row[$0] } })
      .drawn(on: display)
  }

  /// Where a row is that the present branch does not have.
  private static func elsewhere(
    _ row: Int,
    _ branches: [(name: String, rows: Set<Int>)],
    _ attempt: Attempt
  ) -> String {
    // Items of a quiz stand beside each other, and nothing of another one is taken back.
    if let item = attempt.rows[row].cafe.step, item != attempt.step, item.contains("#"),
      let head = attempt.latestHead(in: item), attempt.branch(to: head).contains(row)
    {
      return "in another item"
    }
    return branches.first { $0.rows.contains(row) }.map { "on \($0.name)" } ?? "taken back"
  }

  /// The rows that have a name.
  static func bookmarks(_ attempt: Attempt, on display: Display) -> Styled {
    let rows: [[Styled]] = attempt.record.bookmarks.map { name, row in
      [
        Styled("\(row)", .value), clock(of: row, attempt),
        Styled(attempt.rows[row].cafe.step ?? "", .accent), Styled(name, .command),
      ]
    }
    return Table(
      [.init("row", .right), .init("time"), .init("step"), .init("name", overflow: .truncate)],
      rows: rows
    ).drawn(on: display)
  }

  /// The branches and where each has come to; then ends that have no name.
  static func branches(_ attempt: Attempt, on display: Display) -> Styled {
    let named = attempt.record.branchEnds
    let parents = Set(attempt.rows.compactMap(\.parent))
    let others = attempt.rows.indices.filter { row in
      attempt.rows[row].parent != nil && !parents.contains(row)
        && !named.contains { $0.row == row }
    }
    let ends = named + others.map { ("", $0) }
    let rows: [[Styled]] = ends.map { name, row in
      let isHere = name.isEmpty ? row == attempt.head : name == attempt.branchName
      return [
        Styled(isHere ? (display.linear ? "here" : "→") : " ", .accent), Styled(name, .accent),
        Styled("\(row)", .value), clock(of: row, attempt),
        Styled(attempt.latestLine(row), .command),
      ]
    }
    return Table(
      [
        .init(""), .init("branch"), .init("row", .right), .init("time"),
        .init("latest line", overflow: .truncate),
      ],
      rows: rows
    ).drawn(on: display)
  }

  private static func clock(of row: Int, _ attempt: Attempt) -> Styled {
    Styled(attempt.rows[row].cafe.world.now.clock(seenFrom: attempt.world.now), .quiet)
  }
}

extension Views.Score {
  /// `3.6 of 5`.
  var words: String {
    "\(Rules.points(earned, unit: unit)) of \(Rules.points(possible, unit: unit))"
  }
}

extension Attempt {
  /// The last line that was typed on the way to a row.
  fileprivate func latestLine(_ row: Int) -> String {
    branch(to: row).reversed().lazy.map { rows[$0].typed }.first { !$0.isEmpty } ?? ""
  }
}
