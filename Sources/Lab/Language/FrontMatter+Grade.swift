public import OrderedCollections

extension FrontMatter {
  /// The rules that the author proposes for class and graded mode; what is nil, or not named, is as
  /// the mode has it.
  public struct Grade: Hashable, Sendable {
    /// What the first response to a question, the second and so on are worth.
    public var tries: [Int]?
    public var minutes: Int?
    /// The percentage of the points that passes.
    public var pass: Int?
    public var allowances: OrderedDictionary<RuledVerb, Allowance> = [:]
    public var feedback: Feedback?
    public var isSilent: Bool?
    public var isSupervised: Bool?
    public var shown: ShownConditions?
    public var start: ItemBeginning?
    /// Steps of which each learner gets some; every other one is put to everybody.
    public var draws: [ItemDraw] = []

    public init(tries: [Int]? = nil, minutes: Int? = nil, pass: Int? = nil) {
      self.tries = tries
      self.minutes = minutes
      self.pass = pass
    }
  }
}

extension FrontMatter.Grade {
  /// Reads a file of rules: what may stand below `grade` in a lesson, at the beginning of the line.
  public static func reading(_ bytes: [UInt8]) -> (grade: Self?, diagnostics: [Diagnostic]) {
    var log = DiagnosticLog()
    let source = LessonSource(bytes, log: &log)
    guard log.isEmpty else { return (nil, log.sorted) }
    var reader = GradeReader(linesAbove: 0, log: log)
    let grade = reader.read(source.lines[...])
    return (reader.log.isEmpty ? grade : nil, reader.log.sorted)
  }
}
