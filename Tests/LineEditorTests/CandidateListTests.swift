import Testing

@testable import LineEditor

struct CandidateListTests {
  private func rows(_ candidates: [Candidate], columns: Int = 20, limit: Int = 10) -> [String] {
    CandidateList(candidates: candidates, columns: columns, limit: limit) {
      $0.value > 0x2E80 ? 2 : 1
    }.rows
  }

  private func words(_ count: Int) -> [Candidate] { (0..<count).map { Candidate("w\($0)") } }

  @Test func `words stand in columns, read downwards`() {
    #expect(rows(words(7), columns: 13) == ["w0  w3  w6", "w1  w4", "w2  w5"])
  }

  @Test func `a candidate with a note has a row of its own`() {
    let candidates = [
      Candidate("a", note: "first"), Candidate("bcd", note: "second"), Candidate("e"),
    ]
    #expect(rows(candidates) == ["a    first", "bcd  second", "e"])
  }

  @Test func `a note that is cut off ends in a mark`() {
    let rows = rows([Candidate("a", note: "a note that is long"), Candidate("b", note: "fits")])
    #expect(rows == ["a  a note that is …", "b  fits"])
    #expect(self.rows([Candidate("a", note: "exactly sixteen.")]) == ["a  exactly sixteen."])
  }

  @Test func `what does not fit is counted`() {
    #expect(rows(words(10), columns: 5, limit: 3) == ["w0", "w1", "and 8 more"])
    #expect(rows(words(10), columns: 5, limit: 1) == ["and 10 more"])
  }

  @Test(arguments: 2..<60, 1..<8)
  func `no row reaches the last column and no list its limit`(columns: Int, limit: Int) {
    let candidates = words(40) + [Candidate("日本語日本語"), Candidate("a", note: "a long note")]
    let rows = rows(candidates, columns: columns, limit: limit)
    #expect(rows.count <= limit)
    for row in rows where !row.hasPrefix("and ") {
      let width = row.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
      #expect(width < columns)
    }
  }

  @Test func `a control character is not echoed`() {
    #expect(rows([Candidate("a\u{1B}[2J"), Candidate("b")]) == ["a?[2J  b"])
  }
}
