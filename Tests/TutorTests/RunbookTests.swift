import CafeWorld
import Commands
import Foundation
import Gradebook
import Lab
import Route53
import Terminal
import Testing

@testable import Tutor

struct `A runbook` {
  /// The learner of the whole lesson, step by step: `line` says what is typed in a step.
  private static func attempt(_ line: (Step) -> [String]) throws -> (Attempt, Lesson) {
    let lesson = try #require(Classroom.lesson)
    var room = try Classroom(at: "story")
    for step in lesson.steps {
      for text in line(step) { room.type(text) }
      if step.id != lesson.steps.last?.id { room.type("skip") }
      while room.session.attempt.step == step.id, step.id != lesson.steps.last?.id {
        room.type("skip")
      }
    }
    return (room.session.attempt, lesson)
  }

  /// A bare café in which lines were typed.
  private static func rebuilt(_ lines: [String], seed: UInt64) -> (world: World, refused: [String])
  {
    var session = Session(
      attempt: Attempt(
        Beginning(engine: "1", lesson: "free", lessonHash: "", scene: .cafe, seed: seed)
      ),
      lesson: nil,
      library: Library(files: []),
      display: Display(width: 80, linear: true)
    )
    var refused: [String] = []
    for line in lines {
      for effect in session.update(.line(line)) {
        if case .report(let report) = effect, !report.accepted { refused.append(line) }
      }
    }
    return (session.attempt.world, refused)
  }

  private static func pages(
    of runbook: Runbook,
    _ kind: RunbookPages.Kind,
    at path: String
  ) throws -> [ReportFile] {
    try RunbookPages { try? String(contentsOf: asset($0), encoding: .utf8) }
      .files(of: runbook, kind, to: path)
  }

  private static func asset(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Assets/\(path)")
  }

  private static func text(_ file: ReportFile) -> String {
    String(decoding: file.bytes, as: UTF8.self)
  }

  // The lines

  @Test func `builds the same café again, line by line, from solutions that were typed`() throws {
    let (attempt, lesson) = try Self.attempt { $0.solution.map(\.text) }
    let runbook = Runbook(of: attempt, in: lesson, under: Rules(.practice))
    let (world, refused) = Self.rebuilt(runbook.lines, seed: runbook.seed)
    #expect(refused.isEmpty)
    #expect(world.digest == attempt.world.digest)
    #expect(world.healthChecks.map(\.name) == attempt.world.healthChecks.map(\.name))
    #expect(runbook.lines.contains { $0.hasPrefix("create record www A CafeInstance1") })
  }

  @Test func `leaves out what a solution took back, and what was undone`() throws {
    let (attempt, lesson) = try Self.attempt { step in
      step.conditions.isEmpty
        ? [] : ["create topic Gone", "undo", "create topic Also-Gone", "show me"]
    }
    let runbook = Runbook(of: attempt, in: lesson, under: Rules(.practice))
    #expect(!runbook.lines.contains { $0.contains("Gone") })
    let (world, refused) = Self.rebuilt(runbook.lines, seed: runbook.seed)
    #expect(refused.isEmpty)
    #expect(world.digest == attempt.world.digest)
  }

  @Test(arguments: [
    ["batch", "create record x A 52.1.2.3", "create record y A 52.1.2.4", "commit"],
    ["batch", "create record x A 52.1.2.3", "wait 5s", "discard", "create topic t"],
    ["run until orders().placed > 10", "dig www", "browse CafeInstance2"],
    ["aws sns create-topic --name t", "create topic \"two words\""],
    [
      "create record 'odd name' A 52.1.2.3", "stop CafeInstance2", "wait 2m", "start CafeInstance2",
    ],
    ["create alarm a --health-check none"], ["break CafeInstance1 --drop --for 30s", "wait 1m"],
  ])
  func `has every kind of line in words that build the same`(lines: [String]) throws {
    var room = try Classroom(at: "sites")
    for line in lines { room.type(line) }
    let attempt = room.session.attempt
    let lesson = try #require(Classroom.lesson)
    let runbook = Runbook(of: attempt, in: lesson, under: Rules(.practice))
    let (world, refused) = Self.rebuilt(runbook.lines, seed: runbook.seed)
    #expect(refused.isEmpty)
    #expect(world.digest == attempt.world.digest)
  }

  @Test func `says in both languages what was typed in that of the AWS CLI`() throws {
    var room = try Classroom(at: "sites")
    let zone = try #require(room.session.attempt.world.hostedZones.first).id
    let server = try #require(room.session.attempt.world.instances.first).id
    let batch = """
      {"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {"Name": "tea.cafe.example", \
      "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "52.1.2.3"}]}}]}
      """
    for line in [
      "aws sns create-topic --name t", "aws ec2 stop-instances --instance-ids \(server)",
      "aws route53 change-resource-record-sets --hosted-zone-id \(zone) --change-batch '\(batch)'",
    ] {
      let isAccepted = room.accepts(line)
      #expect(isAccepted, "\(line)")
    }
    let attempt = room.session.attempt
    let lesson = try #require(Classroom.lesson)
    let runbook = Runbook(of: attempt, in: lesson, under: Rules(.practice))
    let chapter = try #require(runbook.chapters.last { $0.step == "sites" })
    let deeds = chapter.deeds.filter { !$0.isSetup }
    #expect(
      deeds.map(\.line)
        == ["create topic t", "stop CafeInstance1", "create record tea A 52.1.2.3 --ttl 60"]
    )
    #expect(deeds.allSatisfy { $0.aws.count == 1 && $0.aws[0].hasPrefix("aws ") })
    let (world, refused) = Self.rebuilt(runbook.lines, seed: runbook.seed)
    #expect(refused.isEmpty)
    #expect(world.digest == attempt.world.digest)
  }

  @Test func `says in words of its own what a call of several parts does`() throws {
    var room = try Classroom(at: "sites")
    let zone = try #require(room.session.attempt.world.hostedZones.first).id
    let changes = ["tea", "milk"].map { name in
      """
      {"Action": "UPSERT", "ResourceRecordSet": {"Name": "\(name).cafe.example", "Type": "A", \
      "TTL": 60, "ResourceRecords": [{"Value": "52.1.2.3"}]}}
      """
    }
    let batch = "{\"Changes\": [\(changes.joined(separator: ", "))]}"
    let isAccepted = room.accepts(
      "aws route53 change-resource-record-sets --hosted-zone-id \(zone) --change-batch '\(batch)'"
    )
    #expect(isAccepted)
    let attempt = room.session.attempt
    let lesson = try #require(Classroom.lesson)
    let runbook = Runbook(of: attempt, in: lesson, under: Rules(.practice))
    let deeds = runbook.chapters.flatMap(\.deeds)
    #expect(
      deeds.suffix(4).map(\.line)
        == [
          "batch", "create record tea A 52.1.2.3 --ttl 60",
          "create record milk A 52.1.2.3 --ttl 60", "commit",
        ]
    )
    #expect(deeds.suffix(4).flatMap(\.withAws).count == 1)
    let (world, refused) = Self.rebuilt(runbook.lines, seed: runbook.seed)
    #expect(refused.isEmpty)
    #expect(world.digest == attempt.world.digest)
  }

  /// A start that follows at once is refused, so the waits stand between the calls.
  @Test func `with the AWS CLI builds the same, waits and accidents included`() throws {
    var room = try Classroom(at: "sites")
    for line in [
      "stop CafeInstance2", "wait 2m", "start CafeInstance2", "batch",
      "create record tea A 52.1.2.3", "create record milk A 52.1.2.4", "commit",
      "kill CafeInstance1", "wait 1m",
    ] {
      let isAccepted = room.accepts(line)
      #expect(isAccepted, "\(line)")
    }
    let attempt = room.session.attempt
    let lesson = try #require(Classroom.lesson)
    let runbook = Runbook(of: attempt, in: lesson, under: Rules(.practice))
    let lines = runbook.chapters.flatMap(\.deeds).flatMap(\.withAws)
    let (world, refused) = Self.rebuilt(lines, seed: runbook.seed)
    #expect(refused.isEmpty)
    #expect(world.now == attempt.world.now)
    #expect(world.instances == attempt.world.instances)
    #expect(world.hostedZones.map(\.records) == attempt.world.hostedZones.map(\.records))
    let page = Self.text(try Self.pages(of: runbook, .markdown, at: "my.md")[0])
    #expect(page.contains("\nwait 2m\naws ec2 start-instances "))
    #expect(!lines.contains("batch") && !lines.contains("create record tea A 52.1.2.3"))
  }

  @Test func `has the engine's answer of the café as the step was entered`() throws {
    let lesson = try #require(Classroom.lesson)
    let waits = [[], ["skip", "stop CafeInstance1", "wait 10m", "task"]]
    let replies = try waits.map { lines -> Runbook.Reply? in
      var room = try Classroom(at: "failover")
      for line in lines { room.type(line) }
      room.type("1")
      let runbook = Runbook(of: room.session.attempt, in: lesson, under: Rules(.practice))
      return runbook.chapters.flatMap(\.replies).last { $0.came != nil }
    }
    #expect(replies[0] != nil)
    #expect(replies[0] == replies[1])
  }

  @Test(
    arguments: [
      (["kill CafeInstance1", "wait 5m"], true), (["create record x A 52.1.2.3", "wait 2m"], true),
      (["dig www", "browse CafeInstance2", "order CafeInstance1", "wait 1m"], false),
      (["create topic t"], false),
    ] as [([String], Bool)]
  )
  func `has a timeline of each step in which something happened that took time`(
    lines: [String],
    isDrawn: Bool
  ) throws {
    var room = try Classroom(at: "sites")
    let beginning = room.session.world.now
    for line in lines { room.type(line) }
    let lesson = try #require(Classroom.lesson)
    let attempt = room.session.attempt
    let runbook = Runbook(of: attempt, in: lesson, under: Rules(.practice))
    let chapter = try #require(runbook.chapters.last { $0.step == "sites" })
    #expect((chapter.picture != nil) == isDrawn)
    guard let picture = chapter.picture else { return }
    // It shows what was typed, from half a minute before, and nothing of the steps before it.
    let strip = Strip(of: attempt.world, events: attempt.events(), since: beginning)
    #expect(strip.timeline.from == (beginning - 30 * .second).forDrawing)
    #expect(picture.moments == strip.moments)
    #expect(picture.svg == strip.timeline.svg(title: strip.title, words: strip.moments))
  }

  // The pages

  @Test func `as Markdown and as HTML ends with the same lines, and has its drawings`() throws {
    let (attempt, lesson) = try Self.attempt { step in
      step.predictions.map { _ in "20" } + step.solution.map(\.text)
        + step.quizzes.map { "answer \($0.name) ELB" }
    }
    let runbook = Runbook(of: attempt, in: lesson, under: Rules(.practice))
    let files = try Self.pages(of: runbook, .markdown, at: "out/my.md")
    let markdown = Self.text(files[0])
    let block = try #require(markdown.components(separatedBy: "```text\n").last)
    #expect(block == runbook.lines.joined(separator: "\n") + "\n```\n")
    #expect(files.count > 2)
    for drawing in files.dropFirst() {
      #expect(drawing.path.hasPrefix("out/my-") && drawing.path.hasSuffix(".svg"))
      #expect(markdown.contains("](<\(drawing.path.dropFirst("out/".count))>)"))
      #expect(Self.text(drawing).hasPrefix("<svg xmlns="))
    }
    for part in [
      "# The café that stays open", "### What the lesson had prepared", "### Why it holds", "- ✓ ",
      "- I said `20` – not right",
      "- The engine came to", "### The same with the AWS CLI", "aws route53 create-health-check",
    ] {
      #expect(markdown.contains(part), "\(part)")
    }
    for part in ["http\\:", "www\\.", "\\!"] { #expect(!markdown.contains(part), "\(part)") }
    let prepared = runbook.chapters.flatMap(\.deeds).filter(\.isSetup).flatMap(\.aws)
    #expect(!prepared.isEmpty)
    #expect(prepared.allSatisfy { markdown.contains($0) })
    let page = Self.text(try Self.pages(of: runbook, .html, at: "my.html")[0])
    #expect(page.contains("<svg xmlns=") && page.contains("aws route53 create-health-check"))
    for outside in ["src=", "href=", "<script", "@import", "url("] {
      #expect(!page.contains(outside), "\(outside)")
    }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "</pre><b>x", "a\" onload=\"x", "`code` [link](http://x)",
    "{{title}}",
    "&lt;", "{{{svg}}}",
  ])
  func `shows what was typed and obeys nothing of it`(name: String) throws {
    var room = try Classroom(at: "sites")
    let line = "create health-check \(quoted(name)) --ip-address CafeInstance1"
    room.type(line, "stop CafeInstance1", "wait 1m")
    let lesson = try #require(Classroom.lesson)
    let runbook = Runbook(of: room.session.attempt, in: lesson, under: Rules(.practice))
    #expect(runbook.lines.contains(line))
    let page = Self.text(try Self.pages(of: runbook, .html, at: "my.html")[0])
    #expect(!page.contains("<script>") && !page.contains("<b>x") && !page.contains(" onload=\""))
    let (world, refused) = Self.rebuilt(runbook.lines, seed: runbook.seed)
    #expect(refused.isEmpty && world.digest == room.session.attempt.world.digest)
  }

  @Test func `of a lesson that was only begun has what there is`() throws {
    let room = try Classroom(at: "story")
    let lesson = try #require(Classroom.lesson)
    let runbook = Runbook(of: room.session.attempt, in: lesson, under: Rules(.practice))
    #expect(runbook.lines.isEmpty)
    #expect(runbook.chapters.isEmpty)
    #expect(try !Self.pages(of: runbook, .html, at: "a.html")[0].bytes.isEmpty)
  }

  // At the prompt

  @Test(arguments: ["notes --out a.txt", "notes --out page", "notes --out ''"])
  func `goes to a file that says what it is`(line: String) throws {
    var room = try Classroom(at: "sites")
    #expect(room.type(line).contains("A runbook is Markdown or HTML"))
    let isAccepted = room.accepts(line)
    #expect(!isAccepted)
  }

  @Test func `is written by the shell, which says what came of it`() throws {
    var room = try Classroom(at: "sites")
    let files = room.session.update(.line("notes --out a.html")).compactMap { effect in
      if case .write(let files) = effect { files } else { nil }
    }
    #expect(files.map { $0.map(\.path) } == [["a.html"]])
    let said = room.session.update(.written(path: "a.html", problem: "a file is there"))
    guard case .print(let text)? = said.last else {
      Issue.record("nothing is said")
      return
    }
    #expect(text.text.contains("a.html is not written: a file is there."))
  }

  @Test func `what became of a certificate is cut between words`() throws {
    var room = try Classroom(at: "sites")
    let path = "cafe-failover.certificate.json"
    let said = room.session.update(.certified(path: path, problem: nil)).compactMap { effect in
      if case .print(let text) = effect { text } else { nil }
    }
    let lines = said.flatMap(\.lines)
    #expect(lines.count > 1 && lines.allSatisfy { $0.width <= 80 })
    #expect(
      lines.map(\.text).joined(separator: "\n").unwrapped
        .contains("`cafe certificate verify \(path)` checks it.")
    )
  }

  @Test func `a certificate waits for the end of the lesson, and says which steps are open`() throws
  {
    var room = try Classroom(at: "resolve")
    let text = room.type("certificate").unwrapped
    #expect(text.contains("A certificate is for a lesson that is done."))
    #expect(text.contains("`resolve`"))
    #expect(room.type("certificate --name ' '").contains("1 to 100 letters"))
  }
}
