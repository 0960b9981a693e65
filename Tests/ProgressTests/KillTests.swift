import Foundation
import Lab
import Progress
import Testing

/// A process that is killed loses at most the row that had not been answered.
@Suite(.timeLimit(.minutes(1)), .serialized)
struct KillTests {
  @Test(arguments: 1...12)
  func `every row that was answered is there after kill -9`(seed: Int) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, seed] in
      let answered = unsafe open(path + "/answered", O_CREAT | O_WRONLY | O_APPEND, 0o600)
      let journal = try Store.open(folder: path).begin(origin)
      // The alarm falls somewhere in the following rows, often in the middle of a transaction.
      signal(SIGALRM) { _ in kill(getpid(), SIGKILL) }
      var timer = itimerval()
      timer.it_value.tv_usec = seed * 1_700
      unsafe setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
      for row in chain(100_000) {
        try journal.append(row)
        _ = unsafe write(answered, "x", 1)
      }
    }
    let answered = try Data(contentsOf: URL(fileURLWithPath: path + "/answered")).count
    let store = try Store.open(folder: path)
    #expect(store.movedAside == nil)
    let attempt = try #require(try store.attempts().first)
    let journal = try store.journal(of: attempt.id)
    #expect(journal.access == .writing)
    let rows = try journal.rows()
    #expect(rows.count == answered || rows.count == answered + 1)
    #expect(rows == chain(rows.count))
    try journal.extend(by: 2)
  }
}
