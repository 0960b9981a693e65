import Lab
import Progress
import Testing

@Suite(.timeLimit(.minutes(1)))
struct StoreTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.open(folder: folder.path)
  }

  @Test func `a setting is kept, changed and forgotten`() throws {
    try store.set("teach", to: "on")
    try store.set("teach", to: "off")
    try store.set("width", to: "80")
    try store.set("width", to: nil)
    #expect(try Store.open(folder: folder.path).settings() == ["teach": "off"])
  }

  @Test func `typed lines come back in order, the newest last, and never too many`() throws {
    for number in 0..<(Store.linesMax + 5) { try store.remember(line: "wait \(number)s") }
    let lines = try store.lines()
    #expect(lines.count == Store.linesMax)
    #expect(lines.first == "wait 5s")
    #expect(lines.last == "wait \(Store.linesMax + 4)s")
  }

  @Test func `the best result of an item stays`() throws {
    let journal = try store.begin(origin)
    for (row, points) in zip(chain(3), [1, 3, 2]) {
      let result = Achievement(
        lesson: "cafe-failover",
        step: "primary",
        item: "ttl",
        points: points,
        possible: 3,
        wallTime: row.wallTime
      )
      try journal.append(row, earned: [result])
    }
    let best = try store.achievements(lesson: "cafe-failover")
    #expect(best.map(\.points) == [3])
    #expect(best.map(\.wallTime) == [chain(3)[1].wallTime])
  }

  @Test func `bookmarks are listed by row, and a name can move`() throws {
    let journal = try store.begin(origin)
    try journal.extend(by: 9)
    try journal.bookmark("before", sequence: 7)
    try journal.bookmark("start", sequence: 1)
    try journal.bookmark("before", sequence: 4)
    #expect(
      try journal.bookmarks().map { "\($0.name) \($0.sequence)" } == ["start 1", "before 4"]
    )
  }

  @Test func `a snapshot is believed only while its digest is the row's`() throws {
    let journal = try store.begin(origin)
    try journal.extend(by: 9)
    let good = Snapshot(sequence: 3, digest: "digest3", state: [1, 2, 3])
    try journal.keep(good)
    try journal.keep(Snapshot(sequence: 5, digest: "another engine's", state: [9]))
    #expect(try journal.snapshot(atOrBefore: 8) == good)
    #expect(try journal.snapshot(atOrBefore: 2) == nil)
    try journal.dropSnapshots()
    #expect(try journal.snapshot(atOrBefore: 8) == nil)
  }

  @Test(arguments: [
    (["XDG_STATE_HOME": "/x", "HOME": "/h"], "/x/cafe"),
    (["HOME": "/home/sofia"], "/home/sofia/.local/state/cafe"),
    (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/cafe"),
    ([:], nil),
  ])
  func `the folder is the one that the environment names`(
    environment: [String: String],
    path: String?
  ) {
    #expect(StateFolder.path(environment: environment) == path)
  }
}
