import Testing

@testable import Lab

struct `What is asked again` {
  private static let item = Recall.Item(lesson: "ttl", question: "how-long")
  private static let day: Int64 = 86_400_000
  private static let start: Int64 = 1_790_000_000_000

  /// Responses as letters, each with the day on which it was given: r and w in the lesson, R and W
  /// in a review, u where nobody judged.
  private static func replies(_ text: String) -> [Recall.Reply] {
    text.split(separator: " ").map { word in
      let letter = word.prefix(1)
      let days = Int64(word.dropFirst()) ?? 0
      return Recall.Reply(
        item: item,
        wallTime: start + days * day,
        isRight: letter == "u" ? nil : letter.lowercased() == "r",
        isInReview: letter == "R" || letter == "W"
      )
    }
  }

  /// Responses, the day of the question, and whether the item is due in a session that begins then.
  @Test(
    arguments: [
      ("", 0, false), ("r0", 0, false), ("r0", 1, true), ("w0", 1, true), ("u0", 1, true),
      // The row: next session, three days, a week, and then it is known.
      ("r0 R1", 2, false), ("r0 R1", 3, false), ("r0 R1", 4, true), ("r0 R1", 40, true),
      ("r0 R1 R4", 10, false), ("r0 R1 R4", 11, true), ("r0 R1 R4 R11", 400, false),
      // A wrong one begins it anew.
      ("r0 R1 W4", 5, true), ("r0 R1 W4 R5", 7, false), ("r0 R1 W4 R5", 8, true),
      ("r0 R1 R4 W11", 12, true),
      // In the lesson a right one changes nothing but the time, and a wrong one all.
      ("r0 R1 r2", 4, false), ("r0 R1 r2", 5, true), ("r0 R1 w2", 3, true), ("w0 r0", 1, true),
      // What was never answered in a lesson is not asked, nor what a reset took away.
      ("R1", 9, false), ("R1 R2 r5", 6, true), ("R1 R2 r5 R6", 8, false),
    ] as [(String, Int64, Bool)]
  )
  func `is due at the next session, after three days and after a week`(
    replies: String,
    on day: Int64,
    isDue: Bool
  ) {
    let recall = Recall(Self.replies(replies).reversed())
    let now = Self.start + day * Self.day
    #expect((recall.due(at: now, session: now).map(\.item) == [Self.item]) == isDue)
  }

  @Test func `is not asked twice in the session in which it was answered`() {
    let recall = Recall(Self.replies("r0 R1"))
    let now = Self.start + 30 * Self.day
    #expect(!recall.due(at: now, session: Self.start).isEmpty)
    let wrong = Recall(Self.replies("r0 W1"))
    #expect(wrong.due(at: now, session: Self.start).isEmpty)
    #expect(wrong.ahead(at: now, session: Self.start).soon == 1)
  }

  @Test(
    arguments: [
      (true, 1, false), (true, 7, false), (true, 8, true), (nil, 7, false), (false, 1, true),
    ] as [(Bool?, Int64, Bool)]
  )
  func `rests for eight hours when it was right, and not when it was wrong`(
    isRight: Bool?,
    after hours: Int64,
    isDue: Bool
  ) {
    let reply = Recall.Reply(
      item: Self.item,
      wallTime: Self.start,
      isRight: isRight,
      isInReview: false
    )
    let now = Self.start + hours * 3_600_000
    let recall = Recall([reply])
    #expect(recall.due(at: now, session: now).isEmpty != isDue)
    #expect(recall.ahead(at: now, session: now).soon == (isDue ? 0 : 1))
  }

  @Test func `comes the longest ago first, with the number of its responses`() {
    let other = Recall.Item(lesson: "alert", question: "mail")
    let earlier = Recall.Reply(
      item: other,
      wallTime: Self.start - Self.day,
      isRight: true,
      isInReview: false
    )
    let recall = Recall(Self.replies("w0 w0 r0") + [earlier])
    let due = recall.due(at: Self.start + Self.day, session: Self.start + Self.day)
    #expect(due.map(\.item) == [other, Self.item])
    #expect(due.map(\.count) == [1, 3])
  }

  @Test func `says when the next comes`() {
    let recall = Recall(Self.replies("r0 R1"))
    let ahead = recall.ahead(at: Self.start + 2 * Self.day, session: Self.start)
    #expect(ahead.soon == 0 && ahead.later == Self.start + 4 * Self.day)
    #expect(Recall([]).ahead(at: 0, session: 0).later == nil)
  }

  @Test(arguments: ["", "a", "#", "a#", "#b", "a#b#c"])
  func `is named by lesson and question`(text: String) {
    #expect(Recall.Item(text) == nil)
    #expect(Recall.Item("\(Self.item)") == Self.item)
  }
}
