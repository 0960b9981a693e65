public import CafeWorld
public import Route53

/// What one row of the journal says, in canonical form: what is folded again at a replay.
public enum Move: Hashable, Sendable {
  /// Row 0: which engine, lesson and seed the attempt rests on.
  case began(Beginning)
  /// A step was entered, and its setup carried out.
  case entered(step: String, setup: [Command])
  /// An item of a graded quiz was begun, in a world of its own; its setup was carried out.
  case opened(item: String, Beginning, setup: [Command])
  case commands([Command])
  /// The step's model solution, from the step's entry on: shown, or skipped to.
  case solved(step: String, [Command], skipped: Bool)
  case draftOpened
  case drafted(HostedZoneID, Change)
  case draftDiscarded
  /// The draft became one change batch.
  case committed(HostedZoneID, ChangeBatch)
  /// A response to a question of a quiz or to a prediction.
  case responded(question: String, response: String, Outcome)
  /// A question that was passed by, in practice, until it is asked for again.
  case leftOut(question: String)
  /// A sitting that held something back came to its end: what became of each response, as far as
  /// nobody had said it.
  case closed([JudgedResponses])
  /// Advice was taken that has its price, such as `explain`, or that counts as another verb.
  case consulted(verb: String)
  /// A hint was given: how many of the step's hints are known now.
  case hinted(step: String, count: Int)
  case undone(Int)
  case redone(Int)
  /// The café went back, or over, to how it was after another row.
  case wentTo(row: Int)
  case bookmarked(String)
  /// What follows goes on beside what was done before, under a name that leads to its latest row.
  case branched(String)

  /// The row's kind, as the journal's column names it.
  public var kind: String {
    switch self {
    case .began: "began"
    case .entered: "step"
    case .opened: "item"
    case .commands: "command"
    case .solved(_, _, let skipped): skipped ? "skip" : "show-me"
    case .draftOpened, .drafted, .draftDiscarded: "draft"
    case .committed: "command"
    case .responded: "response"
    case .leftOut: "skip"
    case .closed: "close"
    case .consulted: "consult"
    case .hinted: "hint"
    case .undone: "undo"
    case .redone: "redo"
    case .wentTo: "goto"
    case .bookmarked: "bookmark"
    case .branched: "branch"
    }
  }
}

/// What an attempt rests on.
public struct Beginning: Hashable, Sendable, Codable {
  public let engine: String
  /// The lesson's id; empty for a session without a lesson.
  public let lesson: String
  public let lessonHash: String
  /// The scene's name.
  public let scene: String
  /// The scene itself, so that the attempt can be folded without its file; nil: the engine knows
  /// the name.
  public let setting: Scene?
  public let seed: UInt64
  /// The mode whose rules hold, such as `class`; nil: practice, or what a quiz's pack says.
  public let mode: String?

  public init(engine: String, lesson: String, lessonHash: String, scene: String, seed: UInt64) {
    self.init(
      engine: engine,
      lesson: lesson,
      lessonHash: lessonHash,
      scene: Scene.builtIn(scene) ?? .cafe,
      seed: seed
    )
  }

  public init(
    engine: String,
    lesson: String,
    lessonHash: String,
    scene: Scene,
    seed: UInt64,
    mode: String? = nil
  ) {
    self.engine = engine
    self.lesson = lesson
    self.lessonHash = lessonHash
    self.scene = scene.name
    setting = Scene.builtIn(scene.name) == scene ? nil : scene
    self.seed = seed
    self.mode = mode
  }

  /// How the world begins.
  public var begun: Scene { setting ?? Scene.builtIn(scene) ?? .cafe }
}

/// What became of a response.
public enum Outcome: Hashable, Sendable, Codable {
  case right(idea: String)
  /// A known wrong idea, or nil for one that nobody foresaw.
  case wrong(idea: String?)
  /// Taken as it is: whoever has the key judges it later.
  case unjudged

  public var isRight: Bool {
    if case .right = self { true } else { false }
  }
}

/// What became of every response to one question, oldest first.
public struct JudgedResponses: Hashable, Sendable, Codable {
  public let question: String
  public let outcomes: [Outcome]

  public init(question: String, outcomes: [Outcome]) {
    self.question = question
    self.outcomes = outcomes
  }
}

/// A row of the journal before the shell adds its wall time and its place in the chain.
public struct Entry: Hashable, Sendable, Codable {
  public let move: Move
  /// Ids of the present step's conditions that hold after this row, as they were looked at then;
  /// nil: nobody looked.
  public internal(set) var met: [String]?

  public init(_ move: Move, met: [String]? = nil) {
    self.move = move
    self.met = met
  }
}
