import Commands
import Gradebook
import Lab
import Terminal

/// The rules of a sitting: one place that says what they do not allow, and one that puts on record
/// what they price.
extension Session {
  /// Why a line is not carried out under these rules; nil: they allow it.
  func objection(to request: Request) -> String? {
    if let verb = request.ruledVerb(isAsked: asking != nil), rules[verb] == .off {
      return "`\(verb.word)` is off in this sitting, and what does the same. `rules` shows what "
        + "holds."
    }
    if rules[.undo] != .allowed, case .travel(.goTo) = request {
      return "`goto` is off in this sitting, since `undo` is not free."
    }
    if review != nil { return objectionInReview(to: request) }
    guard dealt != nil else { return sittingNeeded(by: request) }
    if request.leavesTheItem {
      return
        "Items lie beside each other here: `next` and `back` go from one to the other, and `undo` "
        + "takes back what you did in one."
    }
    if request.leavesTheQuiz {
      return
        "A quiz stays by itself, and its café runs by your commands. `quit` leaves it for now, "
        + "and everything is kept."
    }
    if isOver, request.changesSomething, !request.handsIn {
      return "The time is up. `submit` hands in what you have; what comes after would not count."
    }
    if isFull, request.changesSomething || request.isBack || pricedAdvice(in: request) != nil,
      !request.handsIn
    {
      return Self.fullWords
    }
    let isAdvice = request.ruledVerb(isAsked: false) != nil
    if step == nil, request.changesSomething || isAdvice, !request.isNext, !request.handsIn {
      return "No item is open yet. `next` opens the first one, and the time runs from then."
    }
    return nil
  }

  private func sittingNeeded(by request: Request) -> String? {
    guard case .sitting(let verb) = request else { return nil }
    switch verb {
    case .rules: return nil
    case .time, .checkpoint, .submit:
      return "That belongs to a graded quiz: `cafe quiz PACK` opens one."
    }
  }

  /// The advice that a line asks for and that has its price; nil: it is free.
  func pricedAdvice(in request: Request) -> RuledVerb? {
    guard let verb = request.ruledVerb(isAsked: asking != nil), [.whatIf, .explain].contains(verb),
      case .priced = rules[verb], step != nil, !isReadOnly
    else { return nil }
    return verb
  }

  /// What is priced must be on record, once the line was accepted; hints, solutions and what is
  /// taken back are anyway.
  mutating func consult(_ verb: RuledVerb, typed line: String) {
    guard case .priced(let points) = rules[verb] else { return }
    do { try record(.consulted(verb: verb.rawValue), typed: line) } catch {
      preconditionFailure("asking for advice asks nothing of the world")
    }
    whisper("(\(counted(points, "point")) for `\(verb.word)`)")
  }

  /// A line has said what would solve the task: under rules it is on record, and counts as
  /// `show me` does.
  mutating func countAsShown(typed line: String) {
    guard rules.mode != .practice else { return }
    do { try record(.consulted(verb: RuledVerb.showMe.rawValue), typed: line) } catch {
      preconditionFailure("asking for advice asks nothing of the world")
    }
    whisper("(that counts as `show me`: this task gives no points now)")
    tellPrice(of: .showMe)
  }

  /// Whether the whole lesson is at hand, so that responses can be judged.
  var hasKey: Bool { dealt == nil }

  /// Whether `goto` goes through the journal in this sitting.
  var hasGoTo: Bool { dealt == nil && rules[.undo] == .allowed }

  /// Whether the time of the quiz is up.
  var isOver: Bool {
    guard dealt != nil, let minutes = rules.minutes else { return false }
    return elapsed >= Int64(minutes) * 60_000
  }

  /// Whether the journal has no room for a further line that would be graded.
  var isFull: Bool { dealt != nil && attempt.rows.count > SubmissionFile.Limit.lines }

  /// What is said to a line for which there is no room.
  static let fullWords =
    "This sitting has its \(SubmissionFile.Limit.lines) lines, and takes no more. `submit` hands "
    + "in what you have."

  /// Whether a condition is ticked while the learner works.
  func isShown(_ report: ConditionReport) -> Bool {
    guard rules.mode != .practice, hasKey, let lesson, let step else { return true }
    return rules.shows(report.id, in: step.id, of: lesson)
  }

  /// Whether points may be told while the learner works.
  var tellsPoints: Bool { hasKey ? rules.tellsPoints : !rules.isSilent }

  /// The rules in words, before the start.
  mutating func tellRules() {
    for sentence in rules.sentences(hasKey: hasKey) { tell("- " + sentence) }
    guard rules.mode != .practice, hasKey, let minutes = lesson?.front.grade.minutes else { return }
    tell(
      "- The lesson names \(counted(minutes, "minute")); only a quiz that `cafe grade new` made "
        + "keeps to them."
    )
  }

  /// That a step has hints, and what the next one takes off; nil: there are none.
  func hintOffer(in step: Step) -> String? {
    guard rules[.hint] != .off, !step.hints.isEmpty || dealt == nil else { return nil }
    return "`hint` helps" + (hintPrice(in: step).map { " (\($0))" } ?? "")
  }

  /// What the next hint of a step takes off, in words; nil: nothing.
  func hintPrice(in step: Step) -> String? {
    let known = attempt.record.hintsKnown(in: step.id)
    guard step.hints.indices.contains(known) else { return nil }
    let units = rules.price(of: .hint, price: step.hints[known].price)
    guard units > 0 else { return nil }
    return "\(rules.points(units)) \(units == rules.unit ? "point" : "points")"
  }

  /// What the next hint will cost.
  mutating func tellPriceAhead(_ price: Int?) {
    let units = rules.price(of: .hint, price: price)
    guard units > 0 else { return }
    whisper("(the next one takes \(rules.points(units)) more)")
  }

  /// What a use of a verb has just cost.
  mutating func tellPrice(of verb: RuledVerb, price: Int? = nil) {
    let units = rules.price(of: verb, price: price)
    guard units > 0 else { return }
    whisper("(\(rules.points(units)) \(units == rules.unit ? "point" : "points") for that)")
  }
}

extension Request {
  /// The verb of the rules under which the line falls; nil: it is free in every sitting.
  ///
  /// `isAsked`: whether something is asked, which `skip` then only leaves out.
  func ruledVerb(isAsked: Bool) -> RuledVerb? {
    switch self {
    case .lesson(let verb):
      switch verb {
      case .hint: .hint
      case .showMe, .repair: .showMe
      case .skip: isAsked ? nil : .skip
      case .why, .cause: .explain
      case .next, .back, .task, .check, .answer, .quiz, .review, .progress, .lessons, .start,
        .notes, .certificate, .runUntil:
        nil
      }
    case .travel(let verb):
      switch verb {
      case .undo, .redo: .undo
      case .whatIf, .chaosReplay: .whatIf
      case .history, .goTo, .diff, .bookmark, .branch: nil
      }
    case .ask(.explain): .explain
    case .ask(.chaos): .whatIf
    case .nothing, .change, .changeRecord, .ask, .batch, .sitting, .demo, .session: nil
    }
  }

  fileprivate var isNext: Bool { if case .lesson(.next) = self { true } else { false } }

  fileprivate var isBack: Bool { if case .lesson(.back) = self { true } else { false } }

  fileprivate var handsIn: Bool {
    if case .sitting(.submit) = self { true } else { false }
  }

  /// Moves through the journal, which holds all items.
  fileprivate var leavesTheItem: Bool {
    switch self {
    case .travel(.goTo), .travel(.branch), .travel(.chaosReplay): true
    default: false
    }
  }

  /// Another lesson, the café by the wall clock, or on a stage.
  fileprivate var leavesTheQuiz: Bool {
    switch self {
    case .lesson(.start), .lesson(.lessons), .lesson(.review), .lesson(.certificate),
      .session(.live), .session(.stage):
      true
    default: false
    }
  }
}
