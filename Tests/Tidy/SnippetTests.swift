import Testing

/// Every rule finds what it is for, and leaves alone what looks like it.
@Suite(.timeLimit(.minutes(1)))
struct SnippetTests {
  private func rules(_ path: String, _ text: String) -> [Rule] {
    tidy(Source(path: path, text: text)).map(\.rule)
  }

  private static let core = "Sources/CafeWorld/Cup.swift"

  @Test(arguments: [
    "import Foundation", "public import Yams", "import struct Glibc.stat", "import Lab",
    "@preconcurrency import Dispatch",
  ])
  func `a layer that reaches upwards or out is found`(line: String) {
    #expect(rules(SnippetTests.core, "\(line)\nstruct Cup {}\n") == [.layer])
  }

  @Test(arguments: ["import DNS", "public import Route53", "import OrderedCollections"])
  func `what a target names, and what that names, may be imported`(line: String) {
    #expect(rules(SnippetTests.core, "\(line)\nstruct Cup {}\n").isEmpty)
  }

  @Test func `a finding says where, what and what to use`() {
    let source = Source(path: SnippetTests.core, text: "import DNS\n\nimport Lab\nenum Cup {}\n")
    let expected =
      "Sources/CafeWorld/Cup.swift:3: CafeWorld may not import Lab "
      + "(use DNS, HashTreeCollections, OrderedCollections, Route53)"
    #expect(tidy(source).map(\.description) == [expected])
  }

  @Test(arguments: [
    "let now = Date()", "let order = [1, 2].shuffled()", "func brew() async {}", "print(1)",
    "static var count = 0", "static var count: Int", "let cup = try! brew()",
    "let cup = tea as! Cup",
    "let weight: Double = 1", "Task { brew() }", "let hash = cup.hashValue", "fatalError()",
    "extension Cup: @unchecked Sendable {}",
    "let text = \"\\(print(1))\"",
  ])
  func `a banned word is found`(line: String) {
    #expect(rules(SnippetTests.core, "struct Cup {\n  \(line)\n}\n") == [.bannedWord])
  }

  @Test(arguments: [
    "let text = \"print(1) and Date()\"", "/// Never calls print(1).", "effects.append(.print(1))",
    "case print(String)", "let update = Update(1)", "static var count: Int { 0 }",
    "func `async is a word`() {}", "let raw = #\"a \"Date()\" b\"#", "let doubled = 2",
    "let text = \"\"\"\n    fatalError(\n    \"\"\"", "let task = Task(id: 1)",
    "/* Date() */ let a = 1",
  ])
  func `a word in a text, a comment or another word is not`(line: String) {
    #expect(rules(SnippetTests.core, "struct Cup {\n  \(line)\n}\n").isEmpty)
  }

  @Test func `what is banned in the core may stand in the shell`() {
    #expect(
      rules("Sources/cafe/Cup.swift", "struct Cup {\n  func a() async { print(1) }\n}\n").isEmpty
    )
  }

  @Test(arguments: [
    "for cup in cups {}", "for (name, cup) in self.cups {}", "for name in cups.keys {}",
    "for cup in shelf.cups.values where cup.isClean {}",
  ])
  func `a loop whose order can show is found`(loop: String) {
    for type in ["var cups: [String: Cup] = [:]", "let cups: Set<Cup>", "var cups = [Int: Cup]()"] {
      let text = "struct Cup {\n  \(type)\n  func wash() {\n    \(loop)\n  }\n}\n"
      #expect(rules(SnippetTests.core, text) == [.orderOfDictionary], "\(type)")
    }
  }

  @Test(arguments: [
    "for cup in cups.sorted() {}", "for cup in others {}", "for name in cups.keys.sorted() {}",
  ])
  func `a loop in a fixed order is not`(loop: String) {
    let text =
      "struct Cup {\n  var cups: [Int: Cup]\n  var others: [Cup]\n"
      + "  func f() {\n    \(loop)\n  }\n}\n"
    #expect(rules(SnippetTests.core, text).isEmpty)
  }

  @Test(arguments: [
    ("Sources/DNS/Name.swift", "struct Label {}", Rule.fileName),
    ("Sources/DNS/Name+Text.swift", "struct Name {}", .fileName),
    ("Sources/DNS/Name.swift", "struct Name {}\nenum NameHelper {}", .typeName),
    ("Sources/DNS/Name.swift", "struct Name {}\nfinal class NameManager {}", .typeName),
    ("Sources/DNS/Utilities/Name.swift", "struct Name {}", .folderName),
    ("Sources/DNS/Name.swift", "struct Name {}\n\n\nenum A {}", .blankLines),
    ("Sources/DNS/Name.swift", "struct Name {}\n// if a {", .deadCode),
    ("Sources/DNS/Name.swift", "struct Name {}\n// " + "TO" + "DO: later", .bannedWord),
    ("Tests/DNSTests/NameTests.swift", "import XCTest", .layer),
  ])
  func `names and shapes are looked at`(path: String, text: String, rule: Rule) {
    #expect(rules(path, text + "\n") == [rule])
  }

  @Test(arguments: [
    ("Sources/DNS/Name.swift", "public struct Name {}\nstruct Metadata {}"),
    ("Sources/DNS/Name+Text.swift", "extension Name {}"),
    ("Sources/DNS/Name+Text.swift", "extension Name.Label {}"),
    ("Sources/DNS/Label.swift", "extension Name {\n  struct Label {}\n}"),
    ("Sources/cafe/Version.swift", "let number = 1"),
    ("Sources/DNS/Name.swift", "struct Name {}\n// A reason, not code."),
    ("Tests/DNSTests/Names.swift", "struct `Domain names` {}"),
  ])
  func `good names and shapes are left alone`(path: String, text: String) {
    #expect(rules(path, text + "\n").isEmpty)
  }

  private func function(lines: Int, signature: String = "func wash() {") -> String {
    let body = Array(repeating: "    wait()\n", count: lines - 2).joined()
    return "struct Cup {\n  func other() { wait() }\n  \(signature)\n\(body)  }\n}\n"
  }

  @Test(arguments: ["func wash() {", "init() {", "subscript(name: String) -> Int {"])
  func `a function has sixty lines at most`(signature: String) {
    #expect(rules(SnippetTests.core, function(lines: 60, signature: signature)).isEmpty)
    let longer = function(lines: 61, signature: signature)
    #expect(rules(SnippetTests.core, longer) == [.functionLength])
  }

  @Test func `a signature over several lines belongs to its function`() {
    let signature = "func wash(\n    cup: Cup\n  ) -> Int {"
    #expect(rules(SnippetTests.core, function(lines: 58, signature: signature)).isEmpty)
    let longer = function(lines: 59, signature: signature)
    #expect(rules(SnippetTests.core, longer) == [.functionLength])
  }

  @Test func `requirements of a protocol have no length`() {
    let text = "protocol Cup {\n  func wash()\n  func dry()\n}\n"
    #expect(rules(SnippetTests.core, text).isEmpty)
  }

  @Test func `a file has four hundred lines at most, a test six hundred`() {
    let text = "struct Cup {}\n" + String(repeating: "// a\n", count: 400)
    #expect(rules(SnippetTests.core, text) == [.fileLength])
    #expect(rules("Tests/DNSTests/Cup.swift", text).isEmpty)
  }

  @Test func `a line has a hundred columns, however many bytes they take`() {
    let wide = "struct Cup {}\n// " + String(repeating: "é", count: 97) + "\n"
    #expect(rules(SnippetTests.core, wide).isEmpty)
    #expect(rules(SnippetTests.core, wide.dropLast() + "é\n") == [.lineLength])
  }

  @Test(arguments: [("# A\n\ntext\n", true), ("text\n", false), ("# A\n# B\n", false)])
  func `a page has one title`(text: String, isTidy: Bool) {
    #expect((titleFinding(Source(path: "README.md", text: text)) == nil) == isTidy)
  }

  @Test func `a hash in a fence is no title`() {
    let page = Source(path: "README.md", text: "# A\n```\n# a comment\n```\n")
    #expect(titleFinding(page) == nil)
  }

  @Test func `an exception covers its own path and rule alone`() {
    let finding = Finding(path: "a", line: 1, rule: .fileLength, message: "500 lines")
    #expect(Exemption(path: "a", rule: .fileLength, reason: "").covers(finding))
    #expect(!Exemption(path: "b", rule: .fileLength, reason: "").covers(finding))
    #expect(!Exemption(path: "a", rule: .lineLength, reason: "").covers(finding))
    #expect(!Exemption(path: "a", rule: .fileLength, about: "401", reason: "").covers(finding))
  }
}
