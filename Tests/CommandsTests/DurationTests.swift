import CafeWorld
import Commands
import Testing

struct `Durations as people type them` {
  @Test(
    arguments: [
      ("250ms", 250), ("30s", 30_000), ("5m", 300_000), ("1h", 3_600_000), ("1d", 86_400_000),
      ("1m30s", 90_000), ("1d2h3m4s5ms", 93_784_005), ("0s", 0), ("007s", 7_000),
    ] as [(String, Milliseconds)]
  )
  func `are read`(text: String, time: Milliseconds) {
    #expect(Durations.milliseconds(text) == time)
  }

  @Test(arguments: [
    "", "30", "s", "30 s", "-5s", "1.5h", "30S", "30sec", "30s1m", "1m1m", "1e3s", "+1s",
    "99999999999999999999s", "9223372036854775807d", "٣s",
  ])
  func `are refused when they are none`(text: String) {
    #expect(Durations.milliseconds(text) == nil)
  }

  @Test(
    arguments: [(0, "0s"), (90_000, "1m30s"), (250, "250ms"), (-5_000, "-5s")]
      as [(Milliseconds, String)]
  )
  func `are printed in the shortest way`(time: Milliseconds, text: String) {
    #expect(Durations.text(time) == text)
  }
  @Test(arguments: ["0", "0s", "000", "31622401", "99999999999999999999"])
  func `are never suggested where they are refused`(text: String) {
    let message = Setting().refusal("wait \(text)")?.message
    #expect(message?.contains("does not fit") == true)
    #expect(message?.contains("Did you mean") == false)
  }

  @Test func `are suggested in seconds for a bare number`() {
    #expect(Setting().refusal("wait 5")?.message.hasSuffix("Did you mean 5s?") == true)
  }
}
