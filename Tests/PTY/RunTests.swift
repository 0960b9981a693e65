import Foundation
import Support
import Testing

/// `cafe run`: lines in, a transcript out, and an exit code.
@Suite(.timeLimit(.minutes(2)))
struct RunTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  @Test(
    arguments: [
      (["run"], "status\nnow\n", 0), (["run"], "", 0), (["run"], "status\nfoo\nnow\n", 3),
      (["run", "--lesson", "cafe-failover", "--check"], "", 4),
      (["run", "--lesson", "cafe-failover", "--check"], "foo\n", 4),
      (["run", "--nonsense"], "", 2), (["run", "--seed", "many"], "", 2),
      (["run", "--lesson", "nothing"], "", 1), (["run", "no-such-file"], "", 1),
      (["run", "--lesson", "cafe-failover", "--step", "nothing"], "", 1),
      (["--version"], "", 0), (["--help"], "", 0), (["lessons"], "", 0), (["progress"], "", 0),
    ] as [([String], String, Int32)]
  )
  func `an exit code says how it went`(arguments: [String], input: String, code: Int32) throws {
    let run = try shop.run(arguments, input: input)
    #expect(run.exit == .code(code), "\(run.output)\(run.errors)")
    #expect(run.errors.isEmpty == [0, 3, 4].contains(code), "\(run.errors)")
  }

  @Test func `a line that ends in a backslash goes on in the next`() throws {
    let run = try shop.run(["run"], input: "create \\\n  topic t\nlist \\\ntopics\n")
    #expect(run.exit == .code(0), "\(run.output)")
    #expect(run.output.contains("> create   topic t\n"))
    let half = try shop.run(["run"], input: "create topic t \\")
    #expect(half.exit == .code(3))
    #expect(half.output.contains("has nothing behind it"))
  }

  @Test func `a run without --save leaves nothing behind`() throws {
    _ = try shop.run(["run"], input: "create topic t\n")
    #expect(!FileManager.default.fileExists(atPath: shop.state))
    _ = try shop.run(["run", "--save"], input: "create topic t\n")
    #expect(FileManager.default.fileExists(atPath: shop.database))
  }

  @Test func `a solved lesson passes its check with every point`() throws {
    let run = try shop.run(
      ["run", "--lesson", "cafe-failover", "--check", "--json"],
      input: try Solution().script
    )
    let last = try object(run.output.split(separator: "\n").last)
    let points = try #require(last["points"] as? [String: Int])
    #expect(points["earned"] == points["possible"])
    #expect(points["possible"] ?? 0 > 50)
    let conditions = try #require(last["conditions"] as? [String: Bool])
    #expect(conditions.filter { !$0.value }.keys.sorted() == [])
    #expect(run.exit == .code(0))
  }

  @Test func `a check counts points as the sitting does, with what help costs`() throws {
    let lines =
      "create health-check Night-Watch --ip-address CafeInstance1\nhint\nprogress\n"
    let arguments = ["run", "--lesson", "cafe-quiz", "--mode", "class", "--check"]
    let text = try shop.run(arguments + ["--step", "notice"], input: lines)
    #expect(text.exit == .code(4))
    #expect(text.output.hasSuffix("\n3 of 7 points\n"), "\(text.output)")
    let run = try shop.run(arguments + ["--step", "notice", "--json"], input: lines)
    let last = try object(run.output.split(separator: "\n").last)
    let points = try #require(last["points"] as? [String: Int])
    #expect(points == ["earned": 15, "possible": 35, "unit": 5])
  }

  @Test func `nothing done is no point`() throws {
    let run = try shop.run(["run", "--lesson", "cafe-failover", "--check", "--json"])
    let last = try object(run.output.split(separator: "\n").last)
    let points = try #require(last["points"] as? [String: Int])
    #expect(points["earned"] == 0)
    let conditions = try #require(last["conditions"] as? [String: Bool])
    #expect(conditions.filter(\.value).keys.sorted() == [])
  }

  @Test func `what waits for another condition is told from what is unmet`() throws {
    let arguments = ["run", "--lesson", "cafe-failover", "--step", "health-check", "--check"]
    let run = try shop.run(arguments + ["--json"])
    let last = try object(run.output.split(separator: "\n").last)
    let conditions = try #require(last["conditions"] as? [String: Bool])
    let waiting = try #require(last["waiting"] as? [String: [String]])
    #expect(!waiting.isEmpty)
    #expect(waiting.keys.allSatisfy { conditions[$0] == false })
    #expect(waiting.values.joined().allSatisfy { conditions[$0] == false })
    let first = try #require(waiting.keys.sorted().first)
    let told = try shop.run(arguments).output
    #expect(told.contains("unmet  \(first)  (waits for \(waiting[first]?.first ?? "")"))
    let solved = try shop.run(
      ["run", "--lesson", "cafe-failover", "--check", "--json"],
      input: try Solution().script
    )
    let end = try object(solved.output.split(separator: "\n").last)
    #expect((end["waiting"] as? [String: [String]])?.isEmpty == true)
  }

  @Test func `a step alone can be checked`() throws {
    let arguments = ["run", "--lesson", "cafe-failover", "--step", "sites", "--check"]
    #expect(try shop.run(arguments).exit == .code(4))
    let solved = try shop.run(arguments, input: "order CafeInstance1\norder CafeInstance2\n")
    #expect(solved.exit == .code(0))
    #expect(solved.output.hasSuffix("2 of 2 points\n"))
  }

  @Test func `every line has its object, whole and valid`() throws {
    let lines = [
      "status", "", "# nothing", "create topic t", "foo", "wait 2m", "kill \u{1B}[31mx", "next",
      "skip", "say \"café\"",
    ]
    let run = try shop.run(
      ["run", "--json", "--lesson", "cafe-failover"],
      input: lines.joined(separator: "\n")
    )
    let objects = try run.output.split(separator: "\n").map { try object($0) }
    #expect(objects.compactMap { $0["line"] as? String } == lines)
    for object in objects {
      #expect(
        object.keys.sorted() == ["accepted", "conditions", "events", "line", "output", "time"]
      )
      for event in object["events"] as? [[String: String]] ?? [[:]] {
        #expect(event.keys.sorted() == ["at", "text"])
      }
      let output = try #require(object["output"] as? String)
      #expect(!output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }
    let accepted = objects.compactMap { $0["accepted"] as? Bool }
    #expect(accepted == [true, true, true, true, false, true, false, true, true, false])
    #expect(objects[5]["time"] as? String == "2026-03-02T16:02:00.000Z")
    #expect(run.exit == .code(3))
  }

  @Test func `huge and binary lines are refused, and the next is taken`() throws {
    var input = [UInt8](repeating: 0x78, count: 1_000_000) + Array("\n".utf8)
    input += [0x61, 0xFF, 0xFE, 0x0A, 0x62, 0x00, 0x0A]
    input += Array("bookmark after\n".utf8)
    let run = try PipedRun(shop.cafe(["run"]), input: input)
    #expect(run.exit == .code(3))
    #expect(run.output.contains("more than 4096 bytes"))
    #expect(run.output.ranges(of: "not UTF-8 text").count == 2)
    #expect(run.output.contains("`goto after` comes back"))
    #expect(run.output.utf8.count < 2_000)
  }

  @Test func `a judge says what it makes of each response`() throws {
    let run = try shop.run(
      ["judge", "cafe-failover", "a-record"],
      input: "A\nAAAA\nbananas\n\n\u{1B}[1m\nA or AAAA\n"
    )
    let words = run.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(
      words.compactMap(\.first) == ["right", "wrong", "wrong", "invalid", "invalid", "wrong"]
    )
    #expect(words.allSatisfy { $0.count >= 2 })
    #expect(words[1][1] == "aaaa")
    #expect(words[2][1] == "-")
    #expect(!run.output.contains("\u{1B}"))
    #expect(try shop.run(["judge", "cafe-failover", "nothing"]).exit == .code(1))
    #expect(try shop.run(["judge", "nothing", "nothing"]).exit == .code(1))
  }

  private func object(_ line: Substring?) throws -> [String: Any] {
    let line = try #require(line)
    let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
    return try #require(value as? [String: Any], "\(line)")
  }
}
