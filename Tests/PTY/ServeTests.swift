import Foundation
import Glibc
import Lab
import Progress
import Support
import Testing

/// The café with its doors open, as a program among others.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct ServeTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  private func rows() throws -> [JournalRow] {
    let store = try Store.open(folder: shop.state)
    let attempt = try #require(try store.attempts().last)
    return try store.journal(of: attempt.id).rows()
  }

  @Test func `says where its doors are, and they are open then`() throws {
    let served = try Served(shop)
    let addresses = served.addresses
    let line = try #require(found { served.program.output.split(separator: "\n").first })
    for address in [addresses.api, addresses.dns] + addresses.websites {
      #expect(line.contains(address))
    }
    #expect(Set([addresses.api, addresses.dns] + addresses.websites).count == 4)
    #expect(try served.api.createTopic("one") == "one")
    #expect(try served.website(0).ask("GET", "/cafe/")?.body.contains("us-west-2a") == true)
    #expect(try served.website(1).ask("GET", "/cafe/")?.body.contains("us-west-2b") == true)
    let dns = try LoopbackSocket(stream: false, port: Served.port(addresses.dns))
    // The SOA of cafe.example.
    dns.send(
      [0, 7, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0] + [4] + Array("cafe".utf8) + [7]
        + Array("example".utf8) + [0, 0, 6, 0, 1]
    )
    let reply = try #require(dns.receive())
    #expect(reply[1] == 7 && reply[3] & 15 == 0 && reply[7] == 1)
    #expect(served.stop() == .code(0))
    #expect(
      served.program.output.hasSuffix(
        "The doors are closed. Nothing is kept; --save keeps what is done.\n"
      )
    )
    #expect(served.program.errors == "")
    #expect(try shop.run(["progress"]).output.contains("serve") == false)
  }

  @Test(arguments: ["--api", "--dns", "--web"])
  func `says which door another program holds, and ends with 1`(option: String) throws {
    let holder = try LoopbackListener { _ in }
    let others = ["--api", "--dns", "--web"].filter { $0 != option }.flatMap { [$0, "0"] }
    let run = try shop.run(["serve", option, "\(holder.port)"] + others)
    #expect(run.exit == .code(1) && run.output == "")
    #expect(run.errors.contains("127.0.0.1 port \(holder.port): address already in use."))
    #expect(run.errors.contains("\(option) 0 takes one that is free."))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  static let mistakes: [([String], String)] = [
    (["--speed", "0"], "--speed"), (["--speed", "-1x"], "--speed"),
    (["--speed", "fast"], "--speed"),
    (["--speed", "3601x"], "--speed"), (["--api", "65536"], "--api"), (["--dns", "x"], "--dns"),
    (["--web", "65535"], "--web"), (["--anew"], "--save"),
    (["--allow-probes", "10.0.0.0/33"], "CIDR"),
  ]

  @Test(arguments: mistakes)
  func `refuses what is no setting`(arguments: [String], named: String) throws {
    let run = try shop.run(["serve"] + arguments)
    #expect(run.exit != .code(0) && run.exit != .code(1) && run.output == "")
    #expect(run.errors.contains(named))
  }

  static let obstacles: [([String], String)] = [
    (["--listen", "cafe.example"], "Try --listen 127.0.0.1"),
    (["--listen", "203.0.113.7"], "cannot assign requested address. No interface"),
    (["--scene", "nowhere"], "nowhere"), (["--scene", "/nonexistent/x.scene.yaml"], "nonexistent"),
    (["--require-credentials", "/nonexistent/keys"], "/nonexistent/keys could not be read"),
    (["--ready-file", "/nonexistent/ready"], "/nonexistent/ready could not be written"),
  ]

  @Test(arguments: obstacles)
  func `says what is in the way, and ends with 1`(arguments: [String], sentence: String) throws {
    let run = try shop.run(["serve", "--api", "0", "--dns", "0", "--web", "0"] + arguments)
    #expect(run.exit == .code(1) && run.output == "")
    #expect(run.errors.contains(sentence))
  }

  @Test func `says what is exposed when it listens on more than this machine`() throws {
    let served = try Served(shop, ["--listen", "0.0.0.0"])
    #expect(warning(of: served)?.contains("read its mail") == true)
    #expect(try served.api.createTopic("one") == "one")
    #expect(served.stop() == .code(0))
  }

  @Test func `exposes less where requests must be signed`() throws {
    let keys = try shop.write("CAFE s3cr3t-s3cr3t\n", to: "keys")
    let served = try Served(shop, ["--listen", "0.0.0.0", "--require-credentials", keys])
    let words = try #require(warning(of: served))
    #expect(words.contains("takes signed requests only") && !words.contains("change this"))
    #expect(try served.api.ask("GET", "/_cafe/inbox")?.status == 200)
    #expect(served.stop() == .code(0))
  }

  /// What it says of other machines, once it says so.
  private func warning(of served: Served) -> String? {
    found {
      let text = served.program.errors
      return text.contains("0.0.0.0 can be reached from other machines") ? text : nil
    }
  }

  @Test func `prints nothing that this world does not have`() throws {
    let cafe = try Served(shop)
    let lines = try #require(banner(of: cafe))
    #expect(lines.contains { $0.hasPrefix("dig ") && $0.hasSuffix(" cafe.example NS") })
    #expect(lines.contains("curl \(cafe.addresses.websites[0])"))
    #expect(!lines.contains { $0.contains("www.") })
    #expect(cafe.stop() == .code(0))
    let empty = try Served(shop, ["--scene", "empty"])
    let none = try #require(banner(of: empty))
    #expect(!none.contains { $0.hasPrefix("dig ") })
    #expect(empty.stop() == .code(0))
  }

  /// The lines that it begins with, once they are there.
  private func banner(of served: Served) -> [String]? {
    found {
      let lines = served.program.output.split(separator: "\n").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      return lines.contains { $0.hasPrefix("It is ") } ? lines : nil
    }
  }

  private static let hasVersionSix =
    (try? String(contentsOfFile: "/proc/net/if_inet6", encoding: .utf8))?.contains("lo\n") == true

  @Test(.enabled(if: hasVersionSix, "needs an address of IP version 6"))
  func `serves a scene from a file, on an address of version 6`() throws {
    let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Lessons/two-shores.scene.yaml")
    let file = shop.file("mine.scene.yaml")
    try String(contentsOf: shipped, encoding: .utf8)
      .replacing("scene: two-shores", with: "scene: mine").replacing("Oregon1", with: "Mine1")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let served = try Served(shop, ["--listen", "::1", "--scene", file])
    #expect(served.addresses.api.hasPrefix("http://[::1]:"))
    let lines = try #require(
      found {
        let lines = served.program.output.split(separator: "\n").map {
          $0.trimmingCharacters(in: .whitespaces)
        }
        return lines.contains { $0.hasPrefix("a browser") } ? lines : nil
      }
    )
    let page = try PipedRun(
      Program("/usr/bin/curl", ["-sg", served.addresses.websites[0]]),
      input: [],
      seconds: 20
    )
    #expect(page.output.contains("Mine1"))
    let ask = try #require(lines.first { $0.hasPrefix("dig ") })
    let told = try PipedRun(
      Program("/usr/bin/dig", ask.split(separator: " ").dropFirst().map(String.init)),
      input: [],
      seconds: 20
    )
    #expect(told.output.contains("status: NXDOMAIN") || told.output.contains("status: NOERROR"))
    #expect(served.stop() == .code(0))
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `keeps all that was done, and goes on with it`(signal: Int32) throws {
    let first = try Served(shop, ["--save"])
    #expect(try first.api.createTopic("one") == "one")
    #expect(try first.website(1).ask("POST", "/cafe/order.php", body: "item=Tea")?.status == 200)
    #expect(first.stop(signal) == .code(0))
    let rows = try rows()
    #expect(
      rows.contains {
        $0.typed.hasPrefix("aws sns create-topic") && $0.typed.hasSuffix("--name one")
      }
    )
    #expect(rows.contains { $0.typed.hasPrefix("order ") && $0.typed.hasSuffix(" 'Tea'") })

    // It folds to the same digest, or it would not be opened again.
    let second = try Served(shop, ["--save"])
    #expect(try second.api.topics() == ["one"])
    #expect(try second.api.createTopic("two") == "two")
    #expect(second.stop(signal) == .code(0))
    let after = try self.rows()
    #expect(after.count > rows.count && after.prefix(rows.count).map(\.hash) == rows.map(\.hash))

    let played = try shop.run(
      ["play", "--scene", "cafe"],
      input: "list topics\nundo\nlist topics\n"
    )
    #expect(played.exit == .code(0))
    #expect(played.output.contains("one") && played.output.ranges(of: "two").count >= 1)
    let file = shop.file("attempt.json")
    #expect(try shop.run(["export", file]).exit == .code(0))
    #expect(try Shop().run(["import", file]).exit == .code(0))

    let anew = try Served(shop, ["--save", "--anew"])
    #expect(try anew.api.topics() == [])
    #expect(anew.stop(signal) == .code(0))
  }

  @Test func `says roughly how far a kept café is ahead of this machine`() throws {
    let fast = try Served(shop, ["--save", "--speed", "3600x"])
    #expect(fast.stop() == .code(0))
    let kept = try Served(shop, ["--save"])
    let told = try #require(
      found { kept.program.output.split(separator: "\n").first { $0.hasPrefix("It is ") } }
    )
    #expect(told.contains(/; it is (\d+ (h|min|s) ?){1,2} ?ahead of this machine's\.$/), "\(told)")
    #expect(kept.stop() == .code(0))
  }

  @Test func `leaves nothing behind without --save`() throws {
    let served = try Served(shop)
    #expect(try served.api.createTopic("one") == "one")
    #expect(served.stop() == .code(0))
    #expect(!FileManager.default.fileExists(atPath: shop.database))
  }

  @Test func `is open in one place only`() throws {
    let served = try Served(shop, ["--save"])
    let other = try shop.run(["serve", "--save", "--api", "0", "--dns", "0", "--web", "0"])
    #expect(other.exit == .code(1) && other.errors.contains("is open elsewhere"))
    #expect(other.errors.contains("the café that is kept of the scene cafe"))
    #expect(try served.api.createTopic("one") == "one")
    #expect(served.stop() == .code(0))
  }

  @Test func `loses nothing that was answered when it is killed`() throws {
    var answered: [String] = []
    for round in 0..<5 {
      let served = try Served(shop, ["--save"])
      #expect(try served.api.topics().sorted() == answered.sorted())
      let client = try served.api
      let process = served.program.child.processID
      // It dies between two writes or in one of them.
      let last = 5 + round * 7
      for number in 0... {
        if number == last {
          let call = "/?Action=CreateTopic&Version=2010-03-31&Name=k-\(round)-last"
          client.send(Array("GET \(call) HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
          kill(process, SIGKILL)
          break
        }
        let name = "k-\(round)-\(number)"
        answered.append(try #require(client.createTopic(name)))
      }
      #expect(served.program.end() == .signal(SIGKILL))
      // What was not answered may be there or not.
      let kept = try Served(shop, ["--save"])
      let topics = try kept.api.topics()
      #expect(Set(answered).isSubset(of: topics))
      #expect(Set(topics).subtracting(answered).isSubset(of: ["k-\(round)-last"]))
      answered = topics
      #expect(kept.stop() == .code(0))
    }
  }

  @Test func `writes what happens as JSON, one object a line`() throws {
    let served = try Served(shop, ["--json-log", "--speed", "60x"])
    let instances = try #require(
      try served.api.ask("GET", "/?Action=DescribeInstances&Version=2016-11-15")
    )
    let id = try #require(instances.body.firstMatch(of: /<instanceId>([^<]*)</)?.1)
    #expect(
      try served.api.ask("GET", "/?Action=StopInstances&InstanceId.1=\(id)&Version=2016-11-15")?
        .status == 200
    )
    #expect(found { served.program.output.contains("stopped") ? true : nil } == true)
    #expect(served.stop() == .code(0))
    struct Line: Decodable {
      let at: String?
      let event: Int?
      let cause: Int?
      let kind: String?
      let text: String?
      let api: String?
    }
    let lines = try served.program.output.split(separator: "\n")
      .map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    #expect(lines.first?.api == served.addresses.api)
    #expect(lines.count > 2)
    #expect(lines.dropFirst().allSatisfy { $0.text?.isEmpty == false && $0.event ?? 0 > 0 })
    #expect(lines.dropFirst().allSatisfy { $0.at?.wholeMatch(of: /2.*T.*Z/) != nil })
    #expect(lines.contains { $0.cause != nil })
    #expect(lines.dropFirst().allSatisfy { $0.kind?.isEmpty == false })
    #expect(lines.contains { $0.kind == "instanceTurned" })
  }

  @Test func `lets in only who signs, where credentials are required`() throws {
    let keys = try shop.write("# ours\nCAFE s3cr3t-s3cr3t\n\n", to: "keys")
    let served = try Served(shop, ["--require-credentials", keys])
    let refused = try #require(try served.api.ask("GET", "/2013-04-01/hostedzone"))
    #expect(refused.status == 403 && refused.body.contains("<Error"))
    #expect(try served.api.createTopic("one") == nil)
    #expect(served.stop() == .code(0))
    #expect(!(served.program.output + served.program.errors).contains("s3cr3t"))
  }

  @Test(arguments: ["CAFE\n", "A B C\n", "\n# nobody\n"])
  func `refuses a file that names no credentials, and repeats none`(text: String) throws {
    let keys = try shop.write(text, to: "keys")
    let run = try shop.run(
      ["serve", "--require-credentials", keys, "--api", "0", "--dns", "0", "--web", "0"]
    )
    #expect(run.exit == .code(1) && run.errors.contains(keys))
    #expect(!run.errors.contains("CAFE") && !run.errors.contains("A B"))
  }

  @Test func `begins in a scene without zones, or in one of a file`() throws {
    let empty = try Served(shop, ["--scene", "empty"])
    let page = try #require(try empty.api.ask("GET", "/2013-04-01/hostedzone"))
    #expect(page.status == 200 && !page.body.contains("cafe.example"))
    #expect(empty.stop() == .code(0))
  }
}
