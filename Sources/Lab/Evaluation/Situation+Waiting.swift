public import CafeWorld
public import Commands

/// What `run until` comes to.
public struct Awaited: Sendable {
  public let test: Test
  /// The first moment at which the test holds; nil: none within the time allowed.
  public let moment: Instant?
}

extension Situation {
  /// Reads the test behind `run until`, and looks ahead for the first moment at which it holds.
  ///
  /// - Throws: why the text is no test; or what it names and nothing has, if it does not hold
  ///   already. Only commands make things, so what is unknown now stays unknown while time passes.
  public func firstMoment(
    of text: String,
    within time: Milliseconds
  ) throws(CommandError) -> Awaited {
    let test = try Test(awaited: text)
    let evaluator = Evaluator(self)
    if evaluator.judge(test) == .holds { return Awaited(test: test, moment: world.now) }
    if let unknown = NameSearch(self).firstUnknown(in: test) { throw unknown }
    return Awaited(test: test, moment: evaluator.firstMoment(test, within: time))
  }
}

extension Test {
  fileprivate init(awaited text: String) throws(CommandError) {
    let test: Test
    do { test = try Test(parsing: text) } catch {
      throw .usage(
        command: "run until",
        message: "That is no test: \(error.message) For example: "
          + #"`run until hc("Primary-Website-Health").status == unhealthy`"#,
        usage: "",
        near: []
      )
    }
    guard !test.asksForChaos else {
      throw .usage(
        command: "run until",
        message: "A share of chaos is asked of one moment, and cannot be waited for. "
          + "`chaos` asks it now.",
        usage: "",
        near: []
      )
    }
    self = test
  }
}
