import Lab
import Progress
import Testing

@Suite(.timeLimit(.minutes(1)))
struct JournalTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `rows come back as they were, in another session`() throws {
    let rows = chain(5)
    do {
      let journal = try Store.open(folder: folder.path).begin(origin)
      for row in rows { try journal.append(row) }
    }
    let store = try Store.open(folder: folder.path)
    let attempt = try #require(try store.attempts().first)
    #expect(attempt.origin == origin)
    #expect("\(attempt.id)" == "cafe-failover-1")
    let journal = try store.journal(of: attempt.id)
    #expect(try journal.rows() == rows)
    #expect(try journal.rows(from: 3) == Array(rows[3...]))
    #expect(journal.nextSequence == 5)
    #expect(journal.lastHash == rows[4].hash)
  }

  @Test func `a folder that is missing is made, with those above it`() throws {
    let store = try Store.open(folder: folder.path + "/state/cafe")
    #expect(try store.attempts().isEmpty)
  }

  @Test func `a row out of order is refused and changes nothing`() throws {
    let journal = try Store.open(folder: folder.path).begin(origin)
    let rows = chain(3)
    try journal.append(rows[0])
    #expect(throws: StoreError.outOfOrder(expected: 1, found: 2)) { try journal.append(rows[2]) }
    let other = chain(2, typed: "stop CafeInstance1")[1]
    #expect(throws: StoreError.outOfOrder(expected: 1, found: 1)) { try journal.append(other) }
    try journal.append(rows[1])
    #expect(try journal.rows() == Array(rows[..<2]))
  }

  @Test func `a second opener reads alone and knows it`() throws {
    let writing = try Store.open(folder: folder.path).begin(origin)
    try writing.extend(by: 2)
    let other = try Store.open(folder: folder.path)
    let reading = try other.journal(of: writing.attempt.id)
    #expect(writing.access == .writing)
    #expect(reading.access == .reading(writer: ProcessIdentity.own))
    let row = chain(1, after: try reading.rows())[0]
    #expect(throws: StoreError.openedForReading(writing.attempt.id)) { try reading.append(row) }
    try writing.append(row)
    #expect(try reading.rows().count == 3)
  }

  @Test func `the lock ends with its owner`() throws {
    let store = try Store.open(folder: folder.path)
    let id = try store.begin(origin).attempt.id
    #expect(try store.journal(of: id).access == .writing)
  }

  @Test func `attempts of one lesson are numbered, and another lesson's begin at one`() throws {
    let store = try Store.open(folder: folder.path)
    let other = AttemptOrigin(
      lesson: "weights",
      created: 0,
      engine: "0.1.0",
      lessonHash: "x",
      scene: "cafe",
      seed: 1
    )
    let ids = try [origin, origin, other].map { try "\(store.begin($0).attempt.id)" }
    #expect(ids == ["cafe-failover-1", "cafe-failover-2", "weights-1"])
    #expect(try store.attempts(lesson: "weights").map { "\($0.id)" } == ["weights-1"])
  }

  @Test(arguments: ["", "../x", "Café", "a b", String(repeating: "a", count: 65)])
  func `a lesson whose id cannot be one is refused`(lesson: String) throws {
    let store = try Store.open(folder: folder.path)
    let origin = AttemptOrigin(
      lesson: lesson,
      created: 0,
      engine: "",
      lessonHash: "",
      scene: "",
      seed: 0
    )
    #expect(throws: StoreError.notALesson(lesson)) { try store.begin(origin) }
  }

  @Test func `an attempt that is not there is named in the error`() throws {
    let store = try Store.open(folder: folder.path)
    let id = try #require(AttemptID("cafe-failover-7"))
    #expect(throws: StoreError.noAttempt("cafe-failover-7")) { try store.journal(of: id) }
  }

  @Test(arguments: ["cafe", "cafe-", "cafe-0", "cafe-01", "cafe--1x", "-"])
  func `an attempt's id is a lesson and a number`(text: String) {
    #expect(AttemptID(text) == nil)
  }

  @Test func `reset removes the lesson's attempts and points, and no other's`() throws {
    let store = try Store.open(folder: folder.path)
    _ = try store.begin(origin)
    let points = Achievement(
      lesson: origin.lesson,
      step: "sites",
      item: "both",
      points: 2,
      possible: 2,
      wallTime: 1
    )
    let journal = try store.begin(origin)
    try journal.append(chain(1)[0], earned: [points])
    #expect(throws: StoreError.attemptInUse(journal.attempt.id)) {
      try Store.open(folder: folder.path).reset(lesson: origin.lesson)
    }
    #expect(try store.achievements() == [points])
  }

  @Test func `reset says how many attempts there were`() throws {
    let store = try Store.open(folder: folder.path)
    for _ in 0..<3 { try store.begin(origin).extend(by: 2) }
    #expect(try store.reset(lesson: "weights") == 0)
    #expect(try store.reset(lesson: origin.lesson) == 3)
    #expect(try store.attempts().isEmpty)
    #expect(try "\(store.begin(origin).attempt.id)" == "cafe-failover-1")
  }

  @Test func `a store in memory does all that one on disk does`() throws {
    let store = try Store.inMemory()
    let journal = try store.begin(origin)
    try journal.extend(by: 3)
    #expect(journal.access == .writing)
    #expect(try journal.rows() == chain(3))
    #expect(try store.reset(lesson: origin.lesson) == 1)
  }
}
