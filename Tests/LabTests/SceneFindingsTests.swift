import CafeWorld
import Foundation
import Testing

@testable import Lab

struct `The file of a scene` {
  struct Row: CustomTestStringConvertible {
    let code: String
    let change: (from: String, to: String)
    var fix: String?
    var testDescription: String { "\(code) \(change.to.prefix(60))" }
  }

  static let rows: [Row] = [
    Row(code: "S001", change: ("title: Two", "title: \"Two")),
    Row(code: "S001", change: ("scene: cafe", "scene: cafe\nscene: cafe")),
    Row(code: "S002", change: ("title: Two", "title: \(String(repeating: "[", count: 2_000))")),
    Row(code: "S002", change: ("title: Two", String(repeating: "- ", count: 20) + "Two")),
    Row(code: "S003", change: ("format: 1", "format: 1️⃣2")),
    Row(
      code: "S004",
      change: ("website:", "1️⃣websit: x\nwebsite:"),
      fix: "Did you mean `website`?"
    ),
    Row(
      code: "S004",
      change: ("    subnet: Cafe Public Subnet 2", "    subnet: x\n    1️⃣menus: tea"),
      fix: "Did you mean `menu`?"
    ),
    Row(code: "S005", change: ("title: Two web servers in two Availability Zones\n", "")),
    Row(code: "S005", change: ("  - name: isp\n    address", "  - 1️⃣address")),
    Row(code: "S006", change: ("scene: cafe", "scene: 1️⃣No Way")),
    Row(code: "S006", change: ("website: www.cafe.example", "website: 1️⃣a..b")),
    Row(
      code: "S006",
      change: ("region: us-west-2", "region: 1️⃣us-wset-2"),
      fix: "Did you mean `us-west-2`?"
    ),
    Row(
      code: "S006",
      change: ("zone: us-west-2a", "zone: 1️⃣us-wset-2a"),
      fix: "Did you mean `us-west-2a`?"
    ),
    Row(code: "S006", change: ("address: 24.21.0.53", "address: 1️⃣192.168.1.1")),
    Row(code: "S006", change: ("address: 24.21.0.53", "address: 1️⃣home")),
    Row(code: "S006", change: ("busy: no", "busy: no\n    clients: 1️⃣24.20.7.18/8")),
    Row(code: "S006", change: ("count: 200", "count: 1️⃣0")),
    Row(code: "S006", change: ("address: mateo@cafe.example", "address: 1️⃣mateo")),
    Row(
      code: "S006",
      change: ("clients: 24.21.0.0/24", "resolver: 1️⃣ips"),
      fix: "Did you mean `isp`?"
    ),
    Row(
      code: "S007",
      change: ("title: Two web servers in two Availability Zones", "title: 1️⃣[Two]")
    ),
    Row(code: "S007", change: ("  - name: cafe.example", "  - 1️⃣a.example\n  - name: b.example")),
    Row(code: "S007", change: ("count: 200", "count: 200\n    every: 1️⃣[1, 2]")),
    Row(code: "S008", change: ("name: CafeInstance2", "name: 1️⃣cafeinstance1")),
    Row(
      code: "S009",
      change: ("resolvers:\n  - name: home", "resolvers:\n  1️⃣- name: house"),
      fix: "Add one called `home`, and `busy: no`."
    ),
    Row(code: "L003", change: ("title: Two", "title: 1️⃣\u{1B}Two")),
  ]

  @Test(arguments: rows)
  func `says what is wrong where it stands`(row: Row) throws {
    let range = try #require(MarkedScene.cafe.firstRange(of: row.change.from))
    let scene = MarkedScene(MarkedScene.cafe.replacingCharacters(in: range, with: row.change.to))
    let found = scene.reading.diagnostics
    #expect(found.map(\.code) == [row.code], "\(found)")
    #expect(scene.reading.scene == nil)
    if let marker = scene.marker { #expect(found.first?.position == marker) }
    if let fix = row.fix { #expect(found.first?.fix == fix) }
  }

  @Test func `says the same as the scene that the engine knows`() {
    for (text, scene) in [(MarkedScene.cafe, Scene.cafe), (MarkedScene.empty, Scene.empty)] {
      let reading = SceneReading(Array(text.utf8), name: scene.name)
      #expect(reading.diagnostics.map(\.description) == [])
      #expect(reading.scene == scene)
    }
  }

  @Test func `bears the name of its scene`() {
    let reading = SceneReading(Array(MarkedScene.cafe.utf8), name: "bar")
    #expect(reading.diagnostics.map(\.code) == ["S006"])
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Lessons").path

  @Test func `of the house reads without a finding`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.root)
      .filter { $0.hasSuffix(Scenes.suffix) }
    #expect(!names.isEmpty)
    for name in names {
      let bytes = Array(try Data(contentsOf: URL(filePath: "\(Self.root)/\(name)")))
      let reading = SceneReading(bytes, name: String(name.dropLast(Scenes.suffix.count)))
      #expect(reading.diagnostics.map(\.description) == [])
    }
  }
}

struct `A lesson's scene` {
  static let files = [
    ("bar.scene.yaml", Array(MarkedScene.cafe.replacing("scene: cafe", with: "scene: bar").utf8)),
    ("broken.scene.yaml", Array("format: 2\n".utf8)), ("notes.txt", Array("x".utf8)),
  ]

  func reading(world: String) -> LessonReading {
    let text = MarkedLesson.front.replacing("world: cafe", with: "world: \(world)")
    let bytes = Array((text + "## A step {#step}\n\nProse.\n").utf8)
    return LessonReading(bytes, scenes: Scenes(files: Self.files))
  }

  @Test func `is one of the engine's or of the files`() throws {
    #expect(try #require(reading(world: "cafe").lesson).scene == .cafe)
    #expect(try #require(reading(world: "empty").lesson).scene == .empty)
    let bar = try #require(reading(world: "bar").lesson?.scene)
    #expect(bar.name == "bar" && bar.instances == Scene.cafe.instances)
    #expect(
      reading(world: "baz").diagnostics.map(\.description) == [
        "7:8 L019 There is no scene `baz`. Did you mean `bar`?"
      ]
    )
    #expect(reading(world: "broken").diagnostics.map(\.code) == ["L008"])
    #expect(Scenes(files: Self.files).broken.map(\.file) == ["broken.scene.yaml"])
  }

  @Test func `travels with the attempt, so that it is folded without the file`() throws {
    let bar = try #require(reading(world: "bar").lesson?.scene)
    let beginning = Beginning(engine: "", lesson: "", lessonHash: "", scene: bar, seed: 3)
    let entry = Entry(.began(beginning))
    let copy = try JSONDecoder().decode(Entry.self, from: JSONEncoder().encode(entry))
    #expect(copy == entry)
    #expect(Attempt(beginning).world.digest == bar.world(seed: 3).digest)
    let known = Beginning(engine: "", lesson: "", lessonHash: "", scene: Scene.cafe, seed: 3)
    #expect(known.setting == nil)
    #expect(known == Beginning(engine: "", lesson: "", lessonHash: "", scene: "cafe", seed: 3))
  }
}
