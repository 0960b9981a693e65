import CafeWorld
import Commands

extension Prediction {
  static let keys = FenceKeys(
    plain: ["say", "run", "ask", "answer", "near", "why"],
    named: ["model"],
    inner: ["say"]
  )

  init?(_ fence: Outline.Fence, _ seen: inout SeenNames, _ context: inout ReadingContext) {
    let entries = FenceEntries(fence, Self.keys, repeated: ["model"], &context.log)
    entries.refuseLines(&context.log)
    let question = entries.required("ask", &context.log).map { context.template($0) }
    let answer = entries.required("answer", &context.log).flatMap { context.value($0) }
    let commands = entries.optional("run", &context.log) ?? []
    var names = SeenNames()
    let models = entries.all("model").compactMap { Model($0, &names, &context) }
    story = entries.optional("say", &context.log).map { context.template($0) }
    self.commands = commands.compactMap { context.command([$0]) }
    near = entries.optional("near", &context.log).flatMap { context.tolerance($0) } ?? 0
    reason = entries.optional("why", &context.log).map { context.template($0, hasAnswer: true) }
    self.models = models
    position = fence.opening.position
    guard let name = fence.name, seen.admit(name, &context.log) else { return nil }
    guard let question, let answer else { return nil }
    self.name = name.string
    self.question = question
    self.answer = answer
  }
}

extension Prediction.Model {
  init?(_ entry: FenceItem.Entry, _ seen: inout SeenNames, _ context: inout ReadingContext) {
    guard let first = entry.value.first, !entry.isEmpty else {
      context.log.add(.badModel, at: entry.line.position)
      return nil
    }
    let meaning: Prediction.Meaning?
    if first.text.begins(with: "engine.") {
      meaning = EngineChange(first, &context.log).map(Prediction.Meaning.engine)
    } else {
      meaning = context.formula(entry.value, hasAnswer: true).map(Prediction.Meaning.formula)
    }
    guard let name = entry.name else {
      context.log.add(.fenceNameMissing(.predict), at: entry.line.position)
      return nil
    }
    guard let say = entry.inner("say"), !say.isEmpty else {
      context.log.add(.ideaWithoutFeedback(name.string), at: entry.line.position)
      return nil
    }
    let feedback = context.template(say.value, hasAnswer: true)
    guard seen.admit(name, &context.log), let meaning else { return nil }
    self.init(
      name: name.string,
      meaning: meaning,
      feedback: feedback,
      position: entry.line.position
    )
  }
}

extension EngineChange {
  private static let settings = [
    "failure-threshold", "healthy-share", "request-timeout", "honours-ttl",
    "secondary-needs-check", "push-delay",
  ]

  /// Reads `engine.SETTING = value`.
  init?(_ line: SourceLine, _ log: inout DiagnosticLog) {
    guard let parts = line.split(at: "=") else {
      log.add(.badModel, at: line.position)
      return nil
    }
    let setting = parts.before.droppingFirst("engine.".count).trimmed()
    let value = parts.after.trimmed()
    guard Self.settings.contains(setting.string) else {
      let near = nearest(to: setting.string, in: Self.settings)
      log.add(.unknownSetting(setting.string, near: near), at: setting.position)
      return nil
    }
    guard let change = Self.change(setting.text, value.text) else {
      log.add(
        .badSettingValue(setting: setting.string, expected: Self.expected(setting.text)),
        at: value.position
      )
      return nil
    }
    self = change
  }

  private static func change(_ setting: Substring, _ value: Substring) -> EngineChange? {
    switch setting {
    case "failure-threshold":
      Int(value).flatMap { (1...10).contains($0) ? .failureThreshold($0) : nil }
    case "healthy-share": percentage(value).map { .healthyShare(percent: $0) }
    case "request-timeout": duration(value).map { .requestTimeout($0) }
    case "honours-ttl": yesOrNo(value).map { .honoursTTL($0) }
    case "secondary-needs-check": yesOrNo(value).map { .secondaryNeedsCheck($0) }
    default: duration(value).map { .pushDelay($0) }
    }
  }

  private static func expected(_ setting: Substring) -> String {
    switch setting {
    case "failure-threshold": "a number from 1 to 10"
    case "healthy-share": "a percentage"
    case "request-timeout", "push-delay": "a duration"
    default: "yes or no"
    }
  }

  private static func percentage(_ value: Substring) -> Double? {
    guard value.last == "%", let number = plainNumber(value.dropLast()), number <= 100 else {
      return nil
    }
    return number
  }

  /// A number alone counts seconds.
  private static func duration(_ value: Substring) -> Milliseconds? {
    let duration = Durations.milliseconds(value) ?? Durations.milliseconds(value + "s")
    return duration.flatMap { $0 <= Evaluator.horizon ? $0 : nil }
  }

  private static func yesOrNo(_ value: Substring) -> Bool? {
    switch value {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }
}

extension ReadingContext {
  /// A number, or a duration in seconds.
  fileprivate mutating func tolerance(_ lines: [SourceLine]) -> Double? {
    let text = Passage(lines.filter { !$0.isBlank }, variables: variables).text
    if let number = plainNumber(text) { return number }
    if let duration = Durations.milliseconds(text) { return Double(duration) / 1_000 }
    if let line = lines.first { log.add(.badTolerance(text), at: line.position) }
    return nil
  }
}
