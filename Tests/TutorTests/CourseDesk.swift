import CafeWorld
import Commands
import Gradebook
import Lab
import Terminal
import Testing

@testable import Tutor

/// A learner in a course of small lessons, with journals of whatever past a test wants.
struct CourseDesk {
  static let day: Int64 = 86_400_000
  static let now: Int64 = 1_790_000_000_000

  static let library = Library(files: [
    ("alert.lab.md", lesson("alert", "Who is told", after: ["basics"])),
    ("basics.lab.md", lesson("basics", "The first steps", after: [])),
    ("ttl.lab.md", lesson("ttl", "Why customers wait after DNS has moved", after: ["alert"])),
  ])

  var session: Session
  /// What the shell would read.
  var past = Past(now: Self.now, sessionBegan: Self.now)
  private(set) var opened: [(lesson: String, attempt: String)] = []
  private(set) var isOver = false
  /// The rows that were to be saved.
  private(set) var rows: [JournalLine] = []

  init(
    in lesson: String = "basics",
    width: Int = 80,
    linear: Bool = false,
    rules: Rules = Rules(.practice)
  ) throws {
    let lesson = try #require(Self.library[lesson])
    session = Session(
      attempt: Attempt(atLesson: lesson),
      lesson: lesson,
      library: Self.library,
      display: Display(width: width, colour: false, linear: linear),
      rules: rules
    )
  }

  /// A review of what is due in a past.
  init(reviewing replies: [Recall.Reply], back: ReviewSheet.Back? = nil) throws {
    past.replies = replies
    let sheet = try #require(ReviewSheet(past, in: Self.library, back: back))
    session = Session(
      attempt: Attempt(sheet.beginning),
      lesson: sheet.lesson,
      library: Self.library,
      display: Display(width: 80, colour: false),
      review: sheet
    )
  }

  /// A response in a lesson, so many days ago.
  static func reply(
    _ lesson: String,
    _ question: String,
    daysAgo days: Int64,
    isRight: Bool = true
  ) -> Recall.Reply {
    Recall.Reply(
      item: Recall.Item(lesson: lesson, question: question),
      wallTime: now - days * day,
      isRight: isRight,
      isInReview: false
    )
  }

  @discardableResult
  mutating func type(_ lines: String...) -> String {
    lines.map { hand(.line($0)) }.joined(separator: "\n")
  }

  /// Hands an input on and answers what it asks of the shell; what is said.
  @discardableResult
  mutating func hand(_ input: Input) -> String {
    var said: [String] = []
    for effect in session.update(input) {
      switch effect {
      case .print(let text): said.append(text.text)
      case .append(let row): rows.append(row)
      case .survey(let survey): said.append(hand(.surveyed(survey, past)))
      case .open(let lesson, let attempt): opened.append((lesson, "\(attempt)"))
      case .quit: isOver = true
      default: break
      }
    }
    return said.joined(separator: "\n")
  }

  private static func lesson(_ id: String, _ title: String, after: [String]) -> [UInt8] {
    Array(
      """
      ---
      format: 1
      lesson: \(id)
      title: \(title)
      minutes: 10
      seed: 3
      world: cafe
      after: [\(after.joined(separator: ", "))]
      ---

      ```vars
      ttl = 15 | 30
      ```

      ## Build a name {#build}

      A record leads to the first server: `create record www A CafeInstance1`.

      ```task
      [name] 2  the name leads somewhere
        record("www") exists
      ```

      ```solve
      create record www A CafeInstance1 --ttl ${ttl}
      ```

      ## Ask about it {#ask}

      ```predict lifetime
      say:    I look the name up and wait.
      run:    wait 5s
      ask:    For how many seconds may an answer be kept?
      answer: record("www").ttl
      near:   2
      why:    The record says ${ttl} seconds.
      ```

      ```quiz server
      ask: Which server has the name now, with ${ttl} seconds to live?
      choose:
        (x) CafeInstance1 :: It is in the record.
        ( ) CafeInstance2 :: No record names it.
        ( ) none :: One record is enough.
      ```

      """.utf8
    )
  }
}
