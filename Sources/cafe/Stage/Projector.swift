import CafeWorld
import Servers
import Tutor

/// The stage of a café at a prompt: its page while it is lit, and what is shown there.
final class Projector {
  /// Where a browser looks for it first.
  static let usualPort = 8_088

  private var server: StageServer?
  /// Where it was lit last, so that browsers find it again.
  private var port = Projector.usualPort

  deinit { close() }

  /// Where the page is; nil: the stage is dark.
  var page: String? { server?.url }

  /// Lights the stage on a port; 0 takes one that is free.
  ///
  /// `words`: what the port was named behind.
  /// - Throws: why it stays dark.
  func open(port: Int, behind words: String = "--stage") throws(Doors.Closed) {
    close()
    do {
      server = try Bell.waiting {
        try await StageServer.start(port: port, asset: Surroundings.asset)
      }
      self.port = server?.port ?? port
    } catch {
      guard let code = HTTPServer.code(error) else { throw Doors.Closed(sentence: "\(error)") }
      throw Doors.cannot("stage", words, StageServer.address, port, code)
    }
  }

  /// Lights the stage or darkens it, and says what came of it.
  ///
  /// On the port that was named; without one where it was before, or on any port where another
  /// program has that one.
  func turn(_ wanted: Bool, on wish: Int?) -> Input {
    close()
    guard wanted else { return .darkened(reason: nil) }
    do throws(Doors.Closed) {
      if let wish { try open(port: wish, behind: "stage on") } else { try openAgain() }
    } catch { return .darkened(reason: error.sentence) }
    return page.map { .lit(page: $0) } ?? .darkened(reason: nil)
  }

  private func openAgain() throws(Doors.Closed) {
    do { try open(port: port) } catch { try open(port: 0) }
  }

  func close() {
    guard let server else { return }
    self.server = nil
    try? Bell.waiting { await server.stop() }
  }

  /// Shows what a session has come to.
  func show(_ session: Session) {
    guard let server else { return }
    server.show(StageFrame(of: session).json)
  }

  /// The frames of a stretch of time, while it passes on the terminal; nil: nobody watches.
  func reel(of session: Session, during stretch: FastForward) -> StageReel? {
    guard let server, server.watchers > 0 else { return nil }
    return StageReel(of: session, during: stretch)
  }

  /// Shows a moment of it.
  func show(_ reel: inout StageReel?, at moment: Instant) {
    guard let server, let frame = reel?.frame(at: moment) else { return }
    server.show(frame.json)
  }
}
