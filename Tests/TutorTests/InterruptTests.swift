import Testing

@testable import Tutor

struct `Ctrl-C at the prompt` {
  @Test(arguments: [(true, "everything is kept"), (false, "nothing is kept")])
  func `says what leaving would cost`(isKept: Bool, words: String) throws {
    var room = try Classroom(at: "outage")
    room.session.isKept = isKept
    #expect(room.session.update(.interrupted).contains { "\($0)".contains(words) })
  }
}
