import Testing

@testable import LineEditor

struct CompletionTests {
  private func step(_ line: String, _ words: [String], word: String? = nil) -> Completion.Step {
    let start = line.utf8.count - (word ?? line).utf8.count
    return Completion(
      replacing: start..<line.utf8.count,
      candidates: words.map { Candidate($0) }
    ).step(line: line, cursor: line.utf8.count)
  }

  @Test func `the part that all candidates share is inserted`() {
    #expect(step("s", ["start", "status"]) == .replace(move: 0, deleting: 1, with: "sta"))
  }

  @Test func `candidates that share no more are listed`() {
    #expect(step("sta", ["start", "status"]) == .list)
    #expect(step("", ["wait", "kill"]) == .list)
  }

  @Test func `candidates that do not begin as the word does are listed`() {
    #expect(step("Stat", ["status", "statue"]) == .list)
  }

  @Test(arguments: [("kill", "kill "), ("--ip=", "--ip="), ("/cafe/", "/cafe/"), ("a ", "a ")])
  func `a candidate alone is finished with a space unless it goes on`(text: String, whole: String) {
    #expect(step("k", [text]) == .replace(move: 0, deleting: 1, with: whole))
  }

  @Test func `no space is added before one`() {
    let completion = Completion(replacing: 0..<2, candidates: [Candidate("kill")])
    #expect(
      completion.step(line: "ki x", cursor: 1) == .replace(move: 1, deleting: 2, with: "kill")
    )
  }

  @Test func `nothing fits`() {
    #expect(step("x", []) == .nothing)
  }

  @Test func `offsets are bytes and moves are characters`() {
    #expect(
      step("é日", ["日本"], word: "日") == .replace(move: 0, deleting: 1, with: "日本 ")
    )
  }

  @Test(arguments: [-1..<1, 0..<99, 1..<2])
  func `a range that is none in the line does nothing`(range: Range<Int>) {
    let completion = Completion(replacing: range, candidates: [Candidate("x")])
    #expect(completion.step(line: "é日", cursor: 2) == .nothing)
  }

  @Test func `a control character is never inserted`() {
    #expect(step("a", ["a\u{1B}[2J"]) == .nothing)
  }
}
