import CafeWorld
import Testing

@testable import Tutor

struct `A wait by the clock` {
  /// Some seconds have gone by at the prompt before it.
  @Test func `tells the time that it names, and is taken back alone`() throws {
    var room = try Classroom(at: "sites")
    _ = room.session.update(.opened(["somewhere"]))
    let moment = room.session.world.now + 7 * .second
    _ = room.session.update(.struck(moment))
    #expect(room.session.world.now < moment)
    let stretches = room.session.update(.line("wait 1m")).compactMap { effect -> FastForward? in
      if case .fastForward(let stretch) = effect { stretch } else { nil }
    }
    #expect(stretches.map(\.from) == [moment])
    #expect(stretches.map(\.to) == [moment + Milliseconds.minute])
    room.type("undo")
    #expect(room.session.world.now == moment)
  }
}
