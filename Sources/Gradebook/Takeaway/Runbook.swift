/// What a learner built in a lesson and why it worked, step by step: what a page of it is made of.
public struct Runbook: Hashable, Sendable {
  public let lesson: String
  public let title: String
  /// `28 of 31 points`; nil where nobody is told.
  public let points: String?
  /// With what a new café has to begin for the lines to build the same.
  public let scene: String
  public let seed: UInt64
  public let engine: String
  public let chapters: [Chapter]

  package init(
    lesson: String,
    title: String,
    points: String?,
    scene: String,
    seed: UInt64,
    engine: String,
    chapters: [Chapter]
  ) {
    self.lesson = lesson
    self.title = title
    self.points = points
    self.scene = scene
    self.seed = seed
    self.engine = engine
    self.chapters = chapters
  }

  /// Every line, in order: typed into a new café they build the same.
  public var lines: [String] { chapters.flatMap(\.deeds).map(\.line) }
}

extension Runbook {
  /// A step of the lesson.
  public struct Chapter: Hashable, Sendable {
    public let step: String
    public let title: String
    /// `2 of 4 points (shown)`; nil: there are none.
    public let points: String?
    public let deeds: [Deed]
    public let findings: [Finding]
    public let replies: [Reply]
    /// Nil: nothing happened here that took time.
    public let picture: Picture?

    package init(
      step: String,
      title: String,
      points: String?,
      deeds: [Deed],
      findings: [Finding],
      replies: [Reply],
      picture: Picture?
    ) {
      self.step = step
      self.title = title
      self.points = points
      self.deeds = deeds
      self.findings = findings
      self.replies = replies
      self.picture = picture
    }
  }

  /// A line that changed something, and how the AWS CLI says it.
  public struct Deed: Hashable, Sendable {
    /// In the café's own language; a remark, beginning with `#`, where no line can say it.
    public let line: String
    /// None where AWS has no such call, and for a line of a batch that waits for its `commit`.
    public let aws: [String]
    /// Whether AWS is asked for it by the `commit` of its batch alone.
    public let waitsForCommit: Bool
    /// Whether the lesson did it, before the learner came.
    public let isSetup: Bool

    package init(line: String, aws: [String], waitsForCommit: Bool = false, isSetup: Bool) {
      self.line = line
      self.aws = aws
      self.waitsForCommit = waitsForCommit
      self.isSetup = isSetup
    }

    /// With the AWS CLI as far as it has words: typed one after another, these lines build the same
    /// as the café's own.
    package var withAws: [String] { aws.isEmpty && !waitsForCommit ? [line] : aws }
  }

  /// A condition of the task when the step was left.
  public struct Finding: Hashable, Sendable {
    public let label: String
    public let isMet: Bool
    /// What made it hold, such as `ttl is 15`; nil: the label says it.
    public let reason: String?

    package init(label: String, isMet: Bool, reason: String?) {
      self.label = label
      self.isMet = isMet
      self.reason = reason
    }
  }

  /// What the learner foresaw or answered, beside what came.
  public struct Reply: Hashable, Sendable {
    public let asked: String
    public let said: [Said]
    /// What the engine came to; nil for a question without an engine's answer.
    public let came: String?
    /// What would have been right; nil: it was found, or nobody is told.
    public let right: String?
    public let why: String?

    package init(asked: String, said: [Said], came: String?, right: String?, why: String?) {
      self.asked = asked.withoutStress
      self.said = said
      self.came = came
      self.right = right?.withoutStress
      self.why = why?.withoutStress
    }
  }

  public struct Said: Hashable, Sendable {
    public let text: String
    /// What the text stands for, as a number does for an option; nil: it says it itself.
    public let meaning: String?
    /// Nil: nobody says.
    public let isRight: Bool?

    package init(text: String, meaning: String?, isRight: Bool?) {
      self.text = text
      self.meaning = meaning?.withoutStress
      self.isRight = isRight
    }
  }

  /// What happened when, as a drawing and in words.
  public struct Picture: Hashable, Sendable {
    public let title: String
    /// A whole `svg` element, whose texts are escaped.
    public let svg: String
    public let moments: [String]

    package init(title: String, svg: String, moments: [String]) {
      self.title = title
      self.svg = svg
      self.moments = moments
    }
  }
}

extension Runbook.Chapter {
  /// Whether there is nothing to tell, as of a step that is only read.
  package var isEmpty: Bool {
    deeds.isEmpty && findings.isEmpty && replies.isEmpty && picture == nil
  }
}

extension Runbook.Said {
  /// ` – right`, ` – not right`, or nothing.
  var verdict: String { isRight.map { $0 ? " – right" : " – not right" } ?? "" }
}

extension Runbook {
  /// How to build it again, in words.
  var rebuilding: String {
    "Save the lines below as a file, and `cafe run\(scene == "cafe" ? "" : " --scene \(scene)")"
      + " --seed \(seed) FILE` builds the same café again, accidents and waits included. Engine "
      + "\(engine)."
  }

  static let aboutAws =
    "The lines for the AWS CLI have the ids and addresses of this café. In an account of your own "
    + "take its ids, and the address of a server of yours. What AWS has no call for, such as a "
    + "wait or an accident, stays in the café's own words, in its place among them: the café takes "
    + "both. What only the AWS CLI has words for is in those alone."
}
