import FoundationEssentials

/// What the page for the projector shows at one moment: all of it, so that whoever sees one frame
/// needs none before it.
///
/// The page lays it out; what is said in it is said here.
public struct StageFrame: Hashable, Sendable, Encodable {
  /// The lesson's title, or the scene's.
  let lesson: String
  /// `Step 3 of 7: Watch the first server`.
  let step: String
  let day: String
  let clock: String
  /// Milliseconds since a midnight of the café's time.
  let time: Int
  /// Whether the clock goes on by itself.
  let runs: Bool
  /// How the customers fare, in a sentence.
  let headline: Line
  let users: Users
  let service: Part
  /// Those that the website's records listen to come first.
  let checks: [Check]
  /// How many more there are.
  let moreChecks: Int
  let targets: [Target]
  let streams: [Stream]
  let mailbox: Part
  /// The latest ones, the newest first.
  let mails: [Letter]
  let timeline: Chart
  /// The latest of what happened, the newest last.
  let told: [Told]
  /// The picture in words.
  let words: [String]
  let poll: Poll?

  /// How something fares; the page has a shape and a colour for each.
  enum Tone: String, Encodable { case plain, good, bad, warning, quiet }

  struct Line: Hashable, Encodable {
    let text: String
    let tone: Tone
  }

  struct Box: Hashable, Encodable {
    let title: String
    let lines: [Line]
    let tone: Tone
  }

  /// A box, and what the line to it carries.
  struct Part: Hashable, Encodable {
    let box: Box
    let label: String
    let flow: Flow
  }

  enum Flow: String, Encodable { case active, idle, dead }

  struct Users: Hashable, Encodable {
    let title: String
    let count: Int
    let placed: Int
    let lost: Int
    /// The places that they live in, when there are several.
    let places: [Place]

    struct Place: Hashable, Encodable {
      let name: String
      let count: Int
    }
  }

  struct Check: Hashable, Encodable {
    let part: Part
    let checkers: [Checker]
    /// The target that it watches, counted from 0; nil: none.
    let watches: Int?

    struct Checker: Hashable, Encodable {
      let region: String
      let isHealthy: Bool
    }
  }

  struct Target: Hashable, Encodable {
    let part: Part
    /// How many customers come here.
    let customers: Int
    let note: Line
  }

  /// Customers of one place on their way to one target.
  struct Stream: Hashable, Encodable {
    /// Counted from 0, as the target.
    let place: Int
    let target: Int
    let count: Int
    /// Whether they find nobody who takes orders.
    let isLost: Bool
    /// Whether all of them go by an answer that is given no more.
    let isKept: Bool
  }

  struct Letter: Hashable, Encodable {
    let number: Int
    let to: String
    let subject: String
    let clock: String
    let isRead: Bool
  }

  struct Told: Hashable, Encodable {
    let number: Int
    let clock: String
    let text: String
    let tone: Tone
  }

  /// A question that is put to the room, and the hands that were shown.
  public struct Poll: Hashable, Sendable, Encodable {
    public struct Choice: Hashable, Sendable, Encodable {
      public let text: String
      public let count: Int
      /// Whether the engine says so; nil: it has not been asked yet.
      public let isRight: Bool?

      public init(_ text: String, count: Int, isRight: Bool? = nil) {
        self.text = text
        self.count = count
        self.isRight = isRight
      }
    }

    public let question: String
    public let choices: [Choice]
    /// What the engine says; nil: it has not been asked yet.
    public let outcome: String?

    public init(question: String, choices: [Choice], outcome: String? = nil) {
      self.question = question
      self.choices = choices
      self.outcome = outcome
    }
  }

  /// The frame as JSON, on one line and with sorted keys: the same bytes for the same frame.
  public var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a frame is plain values, which JSON can always hold")
    }
    return Array(data)
  }
}
