import Synchronization

/// Whoever watches the stage: each is sent the latest frame, and the next one when there is one.
///
/// A frame holds everything, so who is slow misses some and is none the poorer.
final class Audience: Sendable {
  private struct State {
    /// The latest frame as an event; nil: there was none yet.
    var latest: [UInt8]?
    var frame: [UInt8] = []
    var number = 0
    var seats: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    var taken = 0
    var isOver = false
  }

  private let state = Mutex(State())
  private let most: Int

  /// `most`: how many can watch at a time.
  init(most: Int) {
    self.most = most
  }

  /// How many watch.
  var count: Int { state.withLock { $0.seats.count } }

  /// A seat: the latest frame, and those that follow; nil: there is none free.
  func join() -> HTTPStream? {
    let (pieces, seat) = AsyncStream.makeStream(
      of: [UInt8].self,
      bufferingPolicy: .bufferingNewest(1)
    )
    let place = state.withLock { state -> Int? in
      guard !state.isOver, state.seats.count < most else { return nil }
      state.taken += 1
      state.seats[state.taken] = seat
      if let latest = state.latest { seat.yield(latest) }
      return state.taken
    }
    guard let place else { return nil }
    seat.onTermination = { [weak self] _ in self?.leave(place) }
    return HTTPStream(type: "text/event-stream; charset=utf-8", pieces: pieces) { seat.finish() }
  }

  private func leave(_ place: Int) {
    state.withLock { _ = $0.seats.removeValue(forKey: place) }
  }

  /// Shows a frame, unless it is the one that is shown.
  func show(_ frame: [UInt8]) {
    state.withLock { state in
      guard frame != state.frame || state.latest == nil else { return }
      state.frame = frame
      state.number += 1
      let event = Self.event(frame, number: state.number)
      state.latest = event
      for seat in state.seats.values { seat.yield(event) }
    }
  }

  /// Sends the latest frame once more, so that who has gone without a word is noticed.
  func remind() {
    state.withLock { state in
      guard let latest = state.latest else { return }
      for seat in state.seats.values { seat.yield(latest) }
    }
  }

  /// The show is over: everybody leaves, and nobody comes any more.
  func dismiss() {
    let seats = state.withLock { state in
      state.isOver = true
      return state.seats.values
    }
    for seat in seats { seat.finish() }
  }

  /// A frame as a server-sent event (HTML: server-sent events); who loses the connection comes back
  /// after a second.
  private static func event(_ frame: [UInt8], number: Int) -> [UInt8] {
    Array("retry: 1000\nid: \(number)\ndata: ".utf8) + frame + Array("\n\n".utf8)
  }
}
