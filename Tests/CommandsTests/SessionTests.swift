import CafeWorld
import Commands
import Testing

struct `Lines of lessons and sessions` {
  static let setting = Setting()

  @Test(arguments: nothing + learning + travelling + session)
  func `are read`(row: Row) throws {
    #expect(try Self.setting.parse(row.line) == row.request)
  }

  static let nothing: [Row] = [
    Row("", .nothing), Row("   \t ", .nothing), Row("# a comment", .nothing),
    Row("status # how is it?", .ask(.status)), Row("status\r\n", .ask(.status)),
    Row("'status'", .ask(.status)), Row("st\\atus", .ask(.status)),
  ]

  static let learning: [Row] = [
    Row("next", .lesson(.next)), Row("back", .lesson(.back)), Row("task", .lesson(.task)),
    Row("check", .lesson(.check)), Row("hint", .lesson(.hint)), Row("show me", .lesson(.showMe)),
    Row("skip", .lesson(.skip)), Row("why", .lesson(.why(nil))),
    Row("why target", .lesson(.why("target"))), Row("cause", .lesson(.cause(nil))),
    Row("cause 2", .lesson(.cause("2"))), Row("repair", .lesson(.repair(nil))),
    Row("repair target", .lesson(.repair("target"))),
    Row("answer  it's # \"failover\"  ", .lesson(.answer("it's # \"failover\""))),
    Row("quiz", .lesson(.quiz)), Row("progress", .lesson(.progress)),
    Row("lessons", .lesson(.lessons)), Row("notes", .lesson(.notes(to: nil))),
    Row("notes --out a.html", .lesson(.notes(to: "a.html"))), Row("review", .lesson(.review)),
    Row("certificate", .lesson(.certificate(to: nil, name: nil))),
    Row(
      "certificate --name 'Ann Lee' --out a.json",
      .lesson(.certificate(to: "a.json", name: "Ann Lee"))
    ),
    Row("start cafe-failover", .lesson(.start(lesson: "cafe-failover", .latest))),
    Row("start cafe-failover.lab.md", .lesson(.start(lesson: "cafe-failover", .latest))),
    Row(
      "start Lessons/cafe-failover.lab.md#alert",
      .lesson(.start(lesson: "cafe-failover", .new(step: "alert")))
    ),
    Row(
      "run until hc(\"Primary\").status == unhealthy",
      .lesson(.runUntil(test: "hc(\"Primary\").status == unhealthy", atMost: 86_400_000))
    ),
    Row("run until --at-most 10m  x", .lesson(.runUntil(test: "x", atMost: 600_000))),
    Row("run until --at-most=10m x", .lesson(.runUntil(test: "x", atMost: 600_000))),
  ]

  static let travelling: [Row] = [
    Row("undo", .travel(.undo(1))), Row("undo 3", .travel(.undo(3))),
    Row("redo", .travel(.redo(1))), Row("history", .travel(.history)),
    Row("goto 12", .travel(.goTo("12"))), Row("goto before", .travel(.goTo("before"))),
    Row("bookmark", .travel(.bookmark(nil))), Row("bookmark x", .travel(.bookmark("x"))),
    Row("branch y", .travel(.branch("y"))), Row("goto other", .travel(.goTo("other"))),
    Row("goto now", .travel(.goTo("now"))),
    Row("diff 3", .travel(.diff(from: "3", to: "now"))),
    Row("diff before other", .travel(.diff(from: "before", to: "other"))),
    Row("chaos replay 17", .travel(.chaosReplay(seed: 17, over: 600_000))),
    Row("chaos replay 0 --over 1h", .travel(.chaosReplay(seed: 0, over: 3_600_000))),
    Row("chaos", .ask(.chaos(Chaos(count: 50)))),
    Row(
      "chaos 7 --seed 3 --over 30m --limit 45s",
      .ask(.chaos(Chaos(count: 7, seed: 3, length: 1_800_000, limit: 45_000)))
    ),
    Row("what-if stop 'x # y", .travel(.whatIf("stop 'x # y"))),
    Row("rewind", .demo(.rewind(1))), Row("rewind 12", .demo(.rewind(12))),
    Row("resume", .demo(.resume)),
  ]

  static let session: [Row] = [
    Row("help", .session(.help([]))), Row("?", .session(.help([]))),
    Row("help create record", .session(.help(["create", "record"]))),
    Row("help create", .session(.help(["create"]))), Row("? wait", .session(.help(["wait"]))),
    Row("help stop CafeInstance1", .session(.help(["stop"]))),
    Row("help aws route53", .session(.help(["aws", "route53"]))),
    Row("create record --help", .session(.help(["create", "record"]))),
    Row("set", .session(.set(key: nil, value: nil))),
    Row("set teach on", .session(.set(key: "teach", value: "on"))),
    Row("live", .session(.live(nil))), Row("live on", .session(.live(true))),
    Row("live off", .session(.live(false))), Row("stage", .session(.stage(nil, port: nil))),
    Row("stage on", .session(.stage(true, port: nil))),
    Row("stage on 8402", .session(.stage(true, port: 8_402))),
    Row("stage off", .session(.stage(false, port: nil))),
    Row("export my.cafe", .session(.export(path: "my.cafe"))),
    Row("quit", .session(.quit)), Row("exit", .session(.quit)),
  ]

  @Test func `batch shows an open batch instead of opening another`() throws {
    var context = Self.setting.context
    context.draft = []
    #expect(try parse("batch", in: context) == .batch(.show))
  }

  @Test func `aws takes the rest of the line raw`() throws {
    let request = try Self.setting.parse("aws route53 list-health-checks")
    guard case .ask(.aws) = request else {
      Issue.record("a question was expected, not \(request)")
      return
    }
  }
}
