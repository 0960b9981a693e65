import Lab
import Progress
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ResponseTests {
  @Test(arguments: ["began", "response", "close"])
  func `every response of every journal is found, with its lesson, in order of time`(
    row: String
  ) throws {
    let store = try Store.inMemory()
    for (lesson, times) in [("ttl", [30, 10]), ("alert", [20])] as [(String, [Int64])] {
      let origin = AttemptOrigin(
        lesson: lesson,
        created: 0,
        engine: "1",
        lessonHash: "",
        scene: "cafe",
        seed: 1
      )
      let journal = try store.begin(origin)
      for (place, time) in times.enumerated() {
        for (offset, kind) in ["command", row].enumerated() {
          try journal.append(
            JournalRow(
              sequence: 2 * place + offset,
              virtualTime: 0,
              wallTime: time,
              kind: kind,
              typed: "",
              canonical: "\(kind) at \(time)",
              previousHash: journal.lastHash,
              digest: "d"
            )
          )
        }
      }
    }
    let found = try store.responses()
    #expect(found.map(\.lesson) == ["ttl", "alert", "ttl"])
    #expect(found.map(\.attempt.number) == [1, 1, 1])
    #expect(found.map(\.wallTime) == [10, 20, 30])
    #expect(found.map(\.kind) == [row, row, row])
    #expect(found.map(\.canonical) == [10, 20, 30].map { "\(row) at \($0)" })
    #expect(try store.reset(lesson: "ttl") == 1)
    #expect(try store.responses().map(\.lesson) == ["alert"])
  }
}
