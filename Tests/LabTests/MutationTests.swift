import Testing

@testable import Lab

struct `Mutants of a lesson` {
  private static let sound = """
    Watch CafeInstance1 with a check called Main.

    ```task
    [exists] 1  there is a check called Main
                hc("Main") exists
    [target] 1  it watches CafeInstance1   needs exists
                hc("Main").ip-address == instance("CafeInstance1").public-ip
    [often] 1   it asks every ten seconds   needs exists
                hc("Main").request-interval == 10
    ```

    ```solve
    create health-check Main --ip-address CafeInstance1 --request-interval 10
    ```

    ```mistake other-server
    create health-check Main --ip-address CafeInstance2 --request-interval 10
    fails:  target
    say:    That is the other one.
    ```

    ```mistake too-seldom
    create health-check Main --ip-address CafeInstance1 --request-interval 30
    fails:  often
    say:    Half a minute is too long.
    ```

    """

  private static func outcome(_ step: String, front: String = "") throws -> LessonTrial.Outcome {
    let text =
      MarkedLesson.front.replacing("world: cafe\n", with: "world: cafe\n" + front)
      + "## A step {#step}\n\n" + step
    let reading = LessonReading(Array(text.utf8))
    let trial = LessonTrial(try #require(reading.lesson, "\(reading.diagnostics)"))
    return trial.outcome(trial.jobs.flatMap { $0.run() })
  }

  private static func survivors(_ step: String) throws -> [String] {
    try outcome(step).survivors.map { "\($0.step) \($0.mutant.name): \($0.mutant.change)" }
  }

  @Test func `what a sound task notices is noticed`() throws {
    #expect(try Self.survivors(Self.sound) == [])
  }

  @Test func `an option that nothing asks for survives its loss`() throws {
    let step = Self.sound.replacing(
      "--request-interval 10\n```",
      with: "--request-interval 10 --resource-path /cafe\n```"
    )
    #expect(try Self.survivors(step) == ["step no-resource-path: without `--resource-path`"])
  }

  @Test func `a survivor that is accepted counts as noticed, a needless acceptance is told`() throws
  {
    let step = Self.sound.replacing(
      "--request-interval 10\n```",
      with: "--request-interval 10 --resource-path /cafe\n"
        + "accept no-resource-path: Any page will do here.\naccept wait: Nobody waits.\n```"
    )
    let outcome = try Self.outcome(step)
    #expect(outcome.remarks.map(\.code) == ["M004"])
    #expect(outcome.remarks.first?.message == "No mutant called `wait` survives here.")
    #expect(outcome.accepted == 1)
  }

  /// A prediction whose tolerance is wider than what a quicker engine takes off.
  private static let vague =
    sound + """
      ```predict how-long
      run:    create health-check trial --ip-address CafeInstance1 --request-interval 10
              stop CafeInstance1
      ask:    After how many seconds does it say unhealthy?
      answer: seconds until (hc("trial").status == unhealthy)
      near:   500
      ```

      """

  @Test func `an engine that nobody could tell apart is told, until it is accepted`() throws {
    #expect(try Self.outcome(Self.sound).trialled.allSatisfy { $0.mutant.origin != .engine })
    let before = try Self.outcome(Self.vague).survivors.filter { $0.mutant.origin == .engine }
    let names = before.map(\.mutant.name)
    #expect(names.contains("failure-threshold"))
    let front =
      "accept:\n" + names.map { "  \($0): Only whether it notices counts here.\n" }.joined()
    #expect(try Self.outcome(Self.vague, front: front).remarks.map(\.code) == [])
    let sharp = Self.vague.replacing("near:   500", with: "near:   1")
    #expect(try Self.outcome(sharp).survivors.allSatisfy { $0.mutant.name != "failure-threshold" })
  }

  /// With the seed 1 the server that has to be left is not the first one in the answer.
  private static let uneven =
    MarkedLesson.front.replacing("seed: 7", with: "seed: 1") + #"""
      ## A step {#step}

      ```task
      [leaves] 1  a stopped server leaves the answer
                  under stop CafeInstance1: after 90s: (dig("till").count == 1 and \#
      dig("till").owner == CafeInstance2)
      ```

      ```solve
      create health-check w --ip-address CafeInstance1 --request-interval 10
      create record till A CafeInstance1 --ttl 15 --multivalue --set-identifier one --health-check w
      create record till A CafeInstance2 --ttl 15 --multivalue --set-identifier two
      wait 2m
      ```

      ```mistake no-check
      create record till A CafeInstance1 --ttl 15 --multivalue --set-identifier one
      create record till A CafeInstance2 --ttl 15 --multivalue --set-identifier two
      wait 2m
      fails:  leaves
      say:    A multivalue record without a check counts as healthy for ever.
      ```

      """#

  @Test func `what nothing notices in one world is tried in the others before it is told`() throws {
    let lesson = try #require(LessonReading(Array(Self.uneven.utf8)).lesson)
    func survivors(seeds: [UInt64]) -> [String] {
      let trial = LessonTrial(lesson, variants: [lesson], seeds: seeds)
      return trial.outcome(trial.jobs.flatMap { $0.run() }).survivors.map(\.mutant)
        .filter { $0.origin == .condition("leaves") }.map(\.name)
    }
    #expect(survivors(seeds: []) == ["and", "equal"])
    #expect(survivors(seeds: [1]) == ["and", "equal"])
    #expect(survivors(seeds: [1, 2]) == [])
  }

  @Test func `a lesson that is not proven is told of before its score`() {
    func finding(_ line: Int) -> Remark {
      let position = SourcePosition(line: line, column: 1)
      return Remark(position: position, code: "P010", step: "step", message: "Wrong.", fix: nil)
    }
    #expect(Remark(unproven: []) == nil)
    #expect(Remark(unproven: [finding(9)])?.message.contains("has 1 finding, here;") == true)
    let remark = Remark(unproven: [finding(3), finding(9)])
    #expect(remark?.message.contains("has 2 findings, the first of them here;") == true)
    #expect(remark?.position.line == 3)
    #expect(remark?.code == "M005")
  }

  @Test(
    arguments: [
      ("hc(\"a\").status == healthy and orders.lost < 4", ["and", "and", "equal", "limit"]),
      ("within 5s: orders.lost >= 4", ["within", "limit"]),
      ("under stop X: always for 1m: dig(\"a\").code != NXDOMAIN", ["under", "always", "equal"]),
      ("orders.lost == 0 or orders.placed in [1, 2]", ["equal", "in"]),
      ("hc(\"a\") exists", []),
    ]
  )
  func `a test is weakened in each way once`(text: String, names: [String]) throws {
    #expect(try Lab.Test(parsing: text).weaker.map(\.name) == names)
  }
}
