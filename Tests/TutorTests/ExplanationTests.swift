import CafeWorld
import Commands
import DNS
import Route53
import Terminal
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1)))
struct `An explanation` {
  private func text(_ story: CafeStory, _ world: World? = nil) -> String {
    Views.show(
      .explain(story.www),
      of: world ?? story.world,
      events: story.events,
      on: Display(width: 240, linear: true)
    ).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `counts with the threshold that is set`() throws {
    let two = text(try CafeStory(.watched))
    let four = text(try CafeStory(.watched, threshold: 4))
    #expect(two.contains("2 failures in a row"))
    #expect(four.contains("4 failures in a row"))
    #expect(seconds(two) < seconds(four))
  }

  @Test func `counts with the interval that is set`() throws {
    let slow = text(try CafeStory(.watched, interval: 30))
    #expect(slow.contains("in a row, 30 s apart"))
    #expect(seconds(slow) > seconds(text(try CafeStory(.watched))))
  }

  @Test func `counts with the TTL that is set`() throws {
    let text = text(try CafeStory(.watched, ttl: 42))
    #expect(text.contains("TTL 42 s"))
    #expect(text.contains("may keep this answer for 42 s"))
    #expect(text.contains("and 42 s of TTL."))
  }

  @Test func `counts with the way to the name servers`() throws {
    let story = try CafeStory(.watched)
    var rules = story.world.rules
    rules.pushDelay = 60 * .second
    let slow = text(story, story.world.under(rules))
    #expect(slow.contains("60 s until the name servers know"))
    #expect(seconds(slow) == seconds(text(story)) + 55)
  }

  @Test func `foretells what then happens`() throws {
    var story = try CafeStory(.watched)
    let foretold = Milliseconds(seconds(text(story))) * .second
    let start = story.world.now
    try story.perform(.kill(story.first.id))
    try story.perform(.wait(2 * .minute))
    let served = try #require(
      story.events.first {
        if case .healthServed(_, .unhealthy) = $0.fact { true } else { false }
      }
    )
    #expect((foretold..<foretold + .second).contains(served.at - start))
  }

  /// How long the name servers take, as the text has it.
  private func seconds(_ text: String) -> Int {
    let after = text.split(separator: "unhealthy after ").last ?? ""
    return Int(after.prefix { $0.isNumber }) ?? -1
  }
}
