public import CafeWorld

/// A prediction played out on a copy of the learner's world.
public struct Playing: Sendable {
  /// What the engine answers.
  public let answer: Datum
  /// What happened on the copy after its commands.
  public let events: [Event]
  public let before: World
  public let after: World
  /// The copy before its commands.
  public let start: World
  fileprivate let commands: [Command]

  /// What happened on the copy from its first command on, played once more.
  public var allEvents: [Event] {
    var copy = start
    return commands.flatMap { (try? copy.perform($0)) ?? [] } + events
  }
}

/// What became of a response to a prediction.
public enum Foresight: Hashable, Sendable {
  case right
  /// A misconception whose answer the response comes near, and the author's words for it.
  case misconception(name: String, feedback: String)
  case miss
}

extension Prediction {
  /// Plays the commands on a copy and asks the copy.
  ///
  /// - Returns: nil where the learner's world refuses a command, so that nothing can be asked.
  public func play(in situation: Situation) -> Playing? {
    let (end, carriedOut, refusal) = situation.carryingOut(commands.map(\.text))
    guard refusal == nil else { return nil }
    let answer = Evaluator(end).value(self.answer)
    var after = end.world
    let horizon = answer.number.map { Int64(($0 * 1_000).rounded()) } ?? 0
    let isTime = if case .secondsUntil = self.answer { true } else { false }
    let events = after.unfold(until: after.now + (isTime ? horizon : 0))
    return Playing(
      answer: answer,
      events: events,
      before: end.world,
      after: after,
      start: situation.world,
      commands: carriedOut
    )
  }

  /// Why the answer is what it is, with its numbers from the moment at which the question is asked
  /// of the copy.
  public func reason(for playing: Playing, in situation: Situation) -> String? {
    reason.map { Evaluator(situation.with(playing.before)).text($0, answer: playing.answer) }
  }

  /// The number that a response foresees, times in seconds.
  ///
  /// Nil where there is none, or more than one, or one below 0 though the answer can never be.
  public func number(in response: String) -> Double? {
    guard let number = NumberResponse.number(in: response) else { return nil }
    return number >= 0 || answer.canBeNegative ? number : nil
  }

  /// Judges a number that the learner foresaw.
  public func judge(_ response: Double, _ playing: Playing, in situation: Situation) -> Foresight {
    if let right = playing.answer.number, abs(response - right) <= near { return .right }
    let evaluator = Evaluator(situation)
    let near = models.compactMap { model -> (Double, Model)? in
      guard let value = value(of: model, playing, situation).number else { return nil }
      let distance = abs(response - value)
      return distance <= self.near ? (distance, model) : nil
    }
    guard let nearest = near.min(by: { $0.0 < $1.0 })?.1 else { return .miss }
    return .misconception(
      name: nearest.name,
      feedback: evaluator.text(nearest.feedback, answer: playing.answer)
    )
  }

  /// The number of a misconception.
  func value(of model: Model, _ playing: Playing, _ situation: Situation) -> Datum {
    switch model.meaning {
    case .formula(let formula):
      return Evaluator(situation.with(playing.before)).value(formula, answer: playing.answer)
    case .engine(let change):
      var rules = situation.world.rules
      change.apply(to: &rules)
      let other = situation.with(situation.world.under(rules))
      return play(in: other)?.answer ?? .missing
    }
  }
}

extension EngineChange {
  func apply(to rules: inout EngineRules) {
    switch self {
    case .failureThreshold(let count): rules.failureThreshold = count
    case .healthyShare(let percent): rules.healthyShare = Int(percent)
    case .requestTimeout(let time): rules.requestTimeout = time
    case .honoursTTL(let honours): rules.honoursTTL = honours
    case .secondaryNeedsCheck(let needs): rules.secondaryNeedsCheck = needs
    case .pushDelay(let time): rules.pushDelay = time
    }
  }
}
