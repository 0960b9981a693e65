import Foundation
import Support
import Testing

/// Figures of lessons that are read with `--lessons`.
@Suite(.timeLimit(.minutes(1)))
struct FigureTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
    for folder in ["Lessons/Assets/trial", "Assets/trial"] {
      try FileManager.default.createDirectory(
        atPath: shop.file(folder),
        withIntermediateDirectories: true
      )
    }
    _ = try shop.write(
      """
      ---
      format: 1
      lesson: trial
      title: A trial
      minutes: 5
      seed: 7
      world: cafe
      ---

      ## Look {#look}

      Look at this.

      ![the words in its place](trial/picture.svg)
      """,
      to: "Lessons/trial.lab.md"
    )
  }

  private func shown() throws -> String {
    let run = try shop.run(["run", "--lesson", "trial", "--lessons", shop.file("Lessons")])
    #expect(run.exit == .code(0), "\(run.errors)")
    return run.output
  }

  @Test func `are found in the folder and beside it, the folder first`() throws {
    #expect(try shown().contains("the words in its place"))
    _ = try shop.write("drawn beside the lessons\n", to: "Assets/trial/picture.txt")
    #expect(try shown().contains("drawn beside the lessons"))
    _ = try shop.write("drawn among the lessons\n", to: "Lessons/Assets/trial/picture.txt")
    let text = try shown()
    #expect(text.contains("drawn among the lessons") && !text.contains("drawn beside"))
  }

  @Test func `show the café's own where the folders have none`() throws {
    let lesson = try shop.read("Lessons/trial.lab.md")
      .replacing("trial/picture.svg", with: "cafe-failover/lab_tasks.svg")
    _ = try shop.write(lesson, to: "Lessons/trial.lab.md")
    #expect(try !shown().contains("the words in its place"))
  }

  static let bad: [(String, @Sendable (Shop) throws -> Void)] = [
    (
      "a link out of the folder",
      { shop in
        _ = try shop.write("a secret", to: "home/secret.txt")
        try FileManager.default.createSymbolicLink(
          atPath: shop.file("Assets/trial/picture.txt"),
          withDestinationPath: shop.file("home/secret.txt")
        )
      }
    ),
    (
      "more than a mebibyte",
      { shop in
        let line = String(repeating: "a secret", count: 9) + "\n"
        _ = try shop.write(String(repeating: line, count: 15_000), to: "Assets/trial/picture.txt")
      }
    ),
    (
      "no UTF-8",
      { shop in
        let bytes = Data("a secret".utf8) + Data([0xFF, 0x0A])
        try bytes.write(to: URL(filePath: shop.file("Assets/trial/picture.txt")))
      }
    ),
    (
      "a folder",
      { shop in
        try FileManager.default.createDirectory(
          atPath: shop.file("Assets/trial/picture.txt"),
          withIntermediateDirectories: true
        )
      }
    ),
  ]

  @Test(arguments: bad.indices)
  func `have their words in their place where the file is none to show`(index: Int) throws {
    try Self.bad[index].1(shop)
    let text = try shown()
    #expect(text.contains("the words in its place") && !text.contains("a secret"))
  }

  @Test func `a path that leaves the folder leads nowhere`() throws {
    _ = try shop.write("a secret", to: "secret.txt")
    let lesson = try shop.read("Lessons/trial.lab.md")
      .replacing("trial/picture.svg", with: "../secret.svg")
    _ = try shop.write(lesson, to: "Lessons/trial.lab.md")
    let run = try shop.run(["run", "--lesson", "trial", "--lessons", shop.file("Lessons")])
    #expect(!run.output.contains("a secret"))
  }

  @Test func `escape sequences in a figure are shown, never obeyed`() throws {
    _ = try shop.write("red: \u{1B}[31m\n", to: "Assets/trial/picture.txt")
    #expect(try shown().contains(#"red: \x1b[31m"#))
  }
}
