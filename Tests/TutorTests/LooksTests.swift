import Lab
import Testing

@testable import Tutor

/// What is found in a lesson that could be read and proved, and would look wrong.
struct `The looks of a lesson` {
  private static func codes(
    _ text: String,
    asset: (String) -> String? = { _ in nil }
  ) throws -> [String] {
    let lesson = """
      ---
      format: 1
      lesson: looks
      title: Looks
      minutes: 1
      seed: 1
      world: cafe
      goals:
        - Look
      ---

      ## One {#one}

      \(text)

      """
    let check = LessonCheck(Array(lesson.utf8), id: nil, scenes: Scenes(), seeds: [1])
    try #require(!check.lessons.isEmpty)
    return check.remarksOnLooks(asset: asset).map { "\($0.code):\($0.position.line)" }
  }

  @Test(
    arguments: [
      ("Nothing at all.", []),
      ("| a | b |\n|---|---|\n| 1 | 2 |", ["P074:14"]),
      ("The sign `|` is a bar | here.", []),
      ("```hint\nLook at `status`.\nThen wait\n```", ["P073:16"]),
      ("```hint\nLook at `status`,\n  then wait.\n```", []),
      ("```hint\nTry `wait 30s`\nIs it up?\n```", []),
      ("![Two](two.png)", ["P072:14"]),
      ("![Two](two.svg)", ["P072:14"]),
    ] as [(String, [String])]
  )
  func `are looked at`(text: String, found: [String]) throws {
    #expect(try Self.codes(text) == found)
  }

  @Test func `want a text form of each figure, under a name of its own`() throws {
    let figure = "![Two](two.svg)"
    #expect(try Self.codes(figure) { $0 == "two.svg" ? "<svg/>" : nil } == ["P071:14"])
    #expect(try Self.codes(figure) { $0.hasPrefix("two.") ? "two" : nil } == [])
  }

  @Test(arguments: [
    ("a/two.svg", "a/two.txt"), ("two.png", "two.txt"), ("a.b/two", "a.b/two.txt"),
  ])
  func `find the text form of a figure`(path: String, text: String) {
    #expect(Figure.textPath(of: path) == text)
  }

  @Test func `of a file's name where an id is asked for are told`() {
    let library = Library(files: [("one.lab.md", [])])
    #expect(library.complaint(about: "x/one.lab.md").hasSuffix(": name one."))
    #expect(library.complaint(about: "two.lab.md").contains("--lessons DIR"))
  }
}
