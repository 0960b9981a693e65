public import CafeWorld
import Commands

/// What a presenter shows of a lesson, one cue after another.
///
/// A step is shown as its `demo` fence says; without one its text is read, its questions are put to
/// the room, and its model solution is typed.
public struct DemoScript: Hashable, Sendable {
  public let cues: [DemoCue]

  public init(_ lesson: Lesson) {
    var writer = DemoWriter()
    for step in lesson.steps { writer.write(step) }
    cues = writer.cues
  }

  /// The place of the cue that enters a step; nil: there is no such step.
  public func start(of step: String) -> Int? {
    cues.firstIndex { $0.step == step && $0.act == .enter }
  }
}

/// One thing that a presenter does.
public struct DemoCue: Hashable, Sendable {
  public let step: String
  /// The line of the file that asks for it; the step's where none does.
  public let position: SourcePosition
  public let act: Act
  public internal(set) var pause: Pause = .always

  public enum Act: Hashable, Sendable {
    /// The step begins: its heading, and its setup.
    case enter
    case read(Template)
    case figure(Figure)
    case ask(RoomQuestion)
    /// What the engine says to a question that was asked.
    case reveal(RoomQuestion)
    case type(LessonCommand)
    case watch(Milliseconds)
    /// So many typed lines are taken back: the café is as it was before the cue at a place.
    case rewind(lines: Int, to: Int)
  }

  /// When the presenter is waited for after the cue.
  public enum Pause: Hashable, Sendable {
    case always
    /// Only where a screen shows one paragraph.
    case betweenParagraphs
    case never
  }
}

extension DemoCue {
  /// The line that lets the room watch time pass.
  public static func line(ofWatching time: Milliseconds) -> String {
    "wait " + Durations.text(time)
  }
}

/// Something that the room thinks about before it sees it.
public enum RoomQuestion: Hashable, Sendable {
  case poll(DemoPoll)
  case prediction(Prediction)
  case quiz(Quiz)
}

/// Writes the cues of a lesson, step by step.
private struct DemoWriter {
  private(set) var cues: [DemoCue] = []
  private var step = ""
  private var position = SourcePosition(line: 1, column: 1)
  /// The places of the lines typed in this step that have not been taken back.
  private var typed: [Int] = []
  /// A poll that the engine has not answered yet.
  private var open: DemoPoll?

  mutating func write(_ step: Step) {
    self.step = step.id
    position = step.position
    typed = []
    add(.enter, .never)
    if step.demo.isEmpty { read(step) } else { perform(step) }
    reveal()
  }

  private mutating func add(_ act: DemoCue.Act, _ pause: DemoCue.Pause = .always) {
    cues.append(DemoCue(step: step, position: position, act: act, pause: pause))
  }

  private mutating func type(_ act: DemoCue.Act) {
    typed.append(cues.count)
    add(act)
  }

  /// A step without a `demo` fence.
  private mutating func read(_ step: Step) {
    for block in step.blocks {
      switch block {
      case .prose(let text): read(text, last: .betweenParagraphs)
      case .figure(let figure): add(.figure(figure), .betweenParagraphs)
      case .fence: break
      }
    }
    // The room is waited for when it has read all.
    if cues.last?.act != .enter { cues[cues.count - 1].pause = .always }
    for prediction in step.predictions { ask(.prediction(prediction)) }
    for quiz in step.quizzes { ask(.quiz(quiz)) }
    for command in step.solution {
      position = command.position
      type(.type(command))
    }
  }

  private mutating func perform(_ step: Step) {
    for line in step.demo {
      position = line.position
      switch line {
      case .say(let text, at: _):
        reveal()
        read(text, last: .always)
      case .poll(let poll):
        reveal()
        add(.ask(.poll(poll)))
        open = poll.choices.contains { $0.test != nil } ? poll : nil
      case .predict(let name, at: _):
        reveal()
        if let prediction = step[prediction: name] { ask(.prediction(prediction)) }
      case .solve: for command in step.solution { type(.type(command)) }
      case .command(let command): type(.type(command))
      case .watch(let time, at: _): type(.watch(time))
      case .rewind(let count, at: _):
        reveal()
        add(.rewind(lines: count, to: takeBack(count)))
      }
    }
  }

  /// The place before which the lines are gone; no earlier place where there are not as many.
  private mutating func takeBack(_ count: Int) -> Int {
    guard count <= typed.count else { return cues.count }
    let gone = typed.suffix(count)
    typed.removeLast(gone.count)
    return gone.first ?? cues.count
  }

  private mutating func read(_ text: Template, last: DemoCue.Pause) {
    let parts = text.paragraphs
    for (index, part) in parts.enumerated() {
      add(.read(part), index == parts.count - 1 ? last : .betweenParagraphs)
    }
  }

  private mutating func ask(_ question: RoomQuestion) {
    add(.ask(question))
    add(.reveal(question))
  }

  /// A poll is answered when what was to happen has happened: before the next thing that is said.
  private mutating func reveal() {
    guard let poll = open else { return }
    add(.reveal(.poll(poll)))
    open = nil
  }
}

extension Template {
  /// The paragraphs, which blank lines part; a block of code stays whole.
  fileprivate var paragraphs: [Template] {
    var paragraphs: [[Part]] = [[]]
    var isCode = false
    for part in parts {
      guard case .text(let text) = part else {
        paragraphs[paragraphs.count - 1].append(part)
        continue
      }
      var line = ""
      let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, row) in rows.enumerated() {
        if index > 0 { line += "\n" }
        if row.drop(while: { $0 == " " }).hasPrefix("```") { isCode.toggle() }
        // At its ends a text may go on in the parts beside it.
        if row.isEmpty, index > 0, index < rows.count - 1, !isCode {
          paragraphs[paragraphs.count - 1].append(.text(line))
          paragraphs.append([])
          line = ""
        } else {
          line += row
        }
      }
      if !line.isEmpty { paragraphs[paragraphs.count - 1].append(.text(line)) }
    }
    return paragraphs.map { Template(parts: $0) }.filter { !$0.isBlank }
  }

  private var isBlank: Bool {
    parts.allSatisfy { part in
      if case .text(let text) = part { text.allSatisfy(\.isWhitespace) } else { false }
    }
  }
}
