import Foundation
import Support
import Testing

/// A class from its quiz to its gradebook, with the real program.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct GradeTests {
  private static let lesson = """
    ---
    format: 1
    lesson: night-shift
    title: The night shift
    minutes: 20
    seed: 7
    world: cafe
    ---

    ## Watch a server {#watch}

    `create health-check` makes one. Create a health check called **Night** for
    **CafeInstance1**.

    ```task
    [exists] 1  there is a check called Night
                hc("Night") exists
    [quick]  2  a stopped server is noticed within 45 s   needs exists
                under stop CafeInstance1: within 45s: hc("Night").status == unhealthy
    ```

    ```solve
    create health-check Night --ip-address CafeInstance1 --resource-path /cafe \
    --request-interval 10 --failure-threshold 2
    ```

    ```mistake too-slow
    create health-check Night --ip-address CafeInstance1 --resource-path /cafe \
    --request-interval 30 --failure-threshold 3
    fails:  quick
    say:    Interval times threshold is a minute and a half.
    ```

    ## A question {#ask}

    ```quiz policy
    ask:    Traffic goes to the standby only while the main site is down. Which routing policy?
    type:
    right:  failover | failover routing
      why:  Failover routing is active and passive.
    wrong weighted: weighted | weighted routing
      say:  Weighted shares traffic all the time.
    ```
    """

  private static let sittings = [
    "ana": [
      "create health-check Night --ip-address CafeInstance1 --resource-path /cafe "
        + "--request-interval 10 --failure-threshold 2", "failover",
    ],
    "bo": [
      "create health-check Night --ip-address CafeInstance1 --resource-path /cafe "
        + "--request-interval 30 --failure-threshold 3", "weighted",
    ],
  ]

  /// A quiz for three, two submissions, and a file that is none; made once.
  private static let made = Result {
    let shop = try Shop()
    let lesson = try shop.write(Self.lesson, to: "night-shift.lab.md")
    let roster = try shop.write("id,name\nana,Ana\nbo,=Bo()\ncy,Cy\n", to: "class.csv")
    let new = try shop.run(
      ["grade", "new", lesson, "--roster", roster, "--out", shop.file("q"), "--worlds", "1"]
    )
    #expect(new.exit == .code(0), "\(new.errors)")
    try FileManager.default.createDirectory(
      atPath: shop.file("in"),
      withIntermediateDirectories: true
    )
    for line in try shop.read("q/codes.csv").split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",").map(String.init)
      guard let id = cells.first, let code = cells.last, let lines = sittings[id] else { continue }
      let script = [
        "next", lines[0], "next", "answer policy \(lines[1])",
        "submit --out \(shop.file("in/\(id).sealed"))",
      ]
      let sat = try shop.run(
        ["quiz", shop.file("q/learner.cafepack"), "--code", code, "-"],
        input: script.joined(separator: "\n") + "\n"
      )
      #expect(sat.exit == .code(0), "\(sat.output)\(sat.errors)")
    }
    _ = try shop.write("no submission\n", to: "in/zz.txt")
    try FileManager.default.createSymbolicLink(
      atPath: shop.file("in/link"),
      withDestinationPath: "/etc/passwd"
    )
    return shop
  }

  private let shop: Shop

  init() throws {
    shop = try Self.made.get()
  }

  private func grade(_ arguments: String...) throws -> PipedRun {
    try shop.run(["grade"] + arguments + ["--key", shop.file("q/key.cafepack")])
  }

  /// Every file below a folder, by its path.
  private func files(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: shop.file(folder)) {
      files[path] = FileManager.default.contents(atPath: shop.file(folder) + "/" + path)
    }
    return files
  }

  @Test func `One bad file has its reason, and the others their points`() throws {
    let run = try grade("run", shop.file("in"), "--out", shop.file("first"))
    #expect(run.exit == .code(3))
    #expect(run.output.contains("refused  zz.txt: The file is no submission."))
    #expect(run.output.contains("2 graded, 1 refused, 1 not handed in."))
    let ana = try shop.run(
      [
        "result", shop.file("first/results/ana.result"), "--pack", shop.file("q/learner.cafepack"),
        "--plain",
      ]
    )
    #expect(ana.exit == .code(0), "\(ana.errors)")
    #expect(ana.output.contains("4 of 4 points"))
    #expect(ana.output.contains("The signature is that of the quiz's key."))
    let forged = try shop.read("first/results/bo.result").replacing("weighted", with: "failover")
    let bo = try shop.run(["result", try shop.write(forged, to: "forged.result")])
    #expect(bo.exit == .code(1) && bo.errors.contains("changed after it was signed"))
  }

  @Test func `Two processes write the same gradebook, byte for byte`() throws {
    _ = try grade("run", shop.file("in"), "--out", shop.file("one"), "--jobs", "1")
    _ = try grade(
      "run",
      shop.file("in/zz.txt"),
      shop.file("in/bo.sealed"),
      shop.file("in/ana.sealed"),
      "--out",
      shop.file("two"),
      "--jobs",
      "2"
    )
    let one = try files("one")
    #expect(one.count >= 2)
    // Names of files are as they were given, and stand in the facts alone.
    #expect(one["results/ana.result"] == (try files("two"))["results/ana.result"])
    _ = try grade("run", shop.file("in"), "--out", shop.file("three"), "--jobs", "3")
    #expect(one == (try files("three")))
  }

  @Test func `A regrade says first what it would change, and writes what a new run writes`() throws
  {
    let text = Self.lesson.replacing("within 45s", with: "within 3m")
      .replacing("fails:  quick", with: "fails:  exists")
    let corrected = try shop.write(text, to: "corrected.lab.md")
    let folder = shop.file("again")
    let dry = try grade(
      "regrade",
      shop.file("in"),
      "--lesson",
      corrected,
      "--out",
      folder,
      "--plain"
    )
    #expect(dry.exit == .code(0), "\(dry.errors)")
    #expect(dry.output.contains("1 → 3 points (+2)"))
    #expect(dry.output.contains("1 gain, 0 lose, 1 keep their points."))
    #expect(!FileManager.default.fileExists(atPath: folder))
    let written = try grade(
      "regrade",
      shop.file("in"),
      "--lesson",
      corrected,
      "--out",
      folder,
      "--write",
      "--plain"
    )
    #expect(written.output.contains("`--lesson \(corrected)`"), "\(written.output)")
    _ = try grade(
      "run",
      shop.file("in"),
      "--lesson",
      corrected,
      "--out",
      shop.file("anew")
    )
    #expect(try files("again") == (try files("anew")))
    let plain = try grade("run", shop.file("in"), "--out", folder)
    #expect(plain.errors.contains("--lesson \(folder)/corrected/"), "\(plain.errors)")
  }

  @Test func `A corrected lesson that lacks an item is named, and the item`() throws {
    let corrected = try shop.write(
      Self.lesson.replacing("{#watch}", with: "{#look}"),
      to: "renamed.lab.md"
    )
    let run = try grade("regrade", shop.file("in"), "--lesson", corrected)
    #expect(run.exit == .code(1))
    #expect(run.errors.contains("renamed.lab.md lacks the item night-shift#watch"), "\(run.errors)")
  }

  @Test func `An appeal tells what failed at which moment`() throws {
    let run = try grade("appeal", shop.file("in/bo.sealed"), "watch", "--plain")
    #expect(run.exit == .code(0), "\(run.errors)")
    #expect(run.output.contains("1 of 3 points"))
    #expect(run.output.contains("--request-interval 30"))
    #expect(run.output.contains("08:00:00, row 1: was not asked: exists did not hold"))
    #expect(run.output.contains("row 2: did not hold") || run.output.contains("no longer held"))
    #expect(run.output.contains("too-slow"))
    let other = try grade("appeal", shop.file("in/bo.sealed"), "nothing")
    #expect(other.exit == .code(1) && other.errors.contains("night-shift#watch"))
  }

  @Test func `An appeal after a regrade, a replay and a stream judge by the corrected lesson`()
    throws
  {
    let text = Self.lesson.replacing("within 45s", with: "within 3m")
      .replacing("fails:  quick", with: "fails:  exists")
    let corrected = try shop.write(text, to: "standing.lab.md")
    let bo = shop.file("in/bo.sealed")
    let run = try grade("appeal", bo, "watch", "--lesson", corrected, "--plain")
    #expect(run.exit == .code(0), "\(run.errors)")
    #expect(run.output.contains("3 of 3 points"), "\(run.output)")
    let arguments = ["--key", shop.file("q/key.cafepack"), "--lesson", corrected]
    let stream = try shop.run(["grade", "stream"] + arguments, input: bo + "\n")
    #expect(stream.exit == .code(0) && stream.output.contains("\"earned\":3"), "\(stream.output)")
    let replay = try shop.run(
      ["grade", "replay", bo, "--plain"] + arguments,
      input: "history\nquit\n"
    )
    #expect(replay.exit == .code(0), "\(replay.errors)")
    let none = try grade("appeal", bo, "watch", "--lesson", shop.file("nothing.lab.md"))
    #expect(none.exit == .code(1), "\(none.output)")
  }

  @Test func `A replay is there to look at, row by row`() throws {
    let run = try shop.run(
      [
        "grade", "replay", shop.file("in/ana.sealed"), "--key", shop.file("q/key.cafepack"),
        "--plain",
      ],
      input: "history\ngoto 1\nshow health-check Night\nstop CafeInstance1\ngoto 2\ntask\nquit\n"
    )
    #expect(run.exit == .code(0), "\(run.errors)")
    #expect(run.output.contains("The café is as it was after row 1."))
    #expect(run.output.contains("here you can only look"))
  }

  @Test func `A stream answers each line, whatever it is`() throws {
    let ana = try Data(contentsOf: URL(filePath: shop.file("in/ana.sealed")))
    let run = try shop.run(
      ["grade", "stream", "--key", shop.file("q/key.cafepack")],
      input: """
        \(ana.base64EncodedString())
        \(shop.file("in/bo.sealed"))

        eyJ!
        \(shop.file("in/nobody"))
        \(shop.file("in"))

        """
    )
    #expect(run.exit == .code(3))
    let lines = run.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 5)
    #expect(lines[0].contains("\"learner\":\"ana\"") && lines[0].contains("\"verdict\":\"graded\""))
    #expect(
      lines[1].contains("\"learner\":\"bo\"") && lines[1].contains("\"mistake\":\"too-slow\"")
    )
    for line in lines[2...] { #expect(line.contains("\"verdict\":\"refused\"")) }
  }

  @Test func `A checkpoint that a submission does not hold refuses it`() throws {
    let list = try shop.write("ana,AAAAA-AAAAA\n", to: "sheets.csv")
    let run = try grade(
      "run",
      shop.file("in"),
      "--out",
      shop.file("strict"),
      "--checkpoints",
      list
    )
    #expect(run.exit == .code(3))
    #expect(run.output.contains("does not hold the checkpoint AAAAA-AAAAA"))
    let bad = try shop.write("ana,AAAAA\ndora,AAAAA-AAAAA\n", to: "bad.csv")
    let refused = try grade(
      "run",
      shop.file("in"),
      "--out",
      shop.file("strict"),
      "--checkpoints",
      bad
    )
    #expect(refused.exit == .code(1))
    #expect(refused.errors.contains("bad.csv:1:") && refused.errors.contains("bad.csv:2:"))
  }
}
