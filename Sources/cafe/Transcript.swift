import CafeWorld
import FoundationEssentials
import Terminal
import Tutor

/// What `cafe run` prints: a transcript, or one JSON object for each line.
final class Transcript {
  private let isJSON: Bool
  private let display: Display
  private var line = ""
  private var output: [String] = []

  init(json: Bool, display: Display) {
    isJSON = json
    self.display = display
  }

  var show: Sitting.Show {
    Sitting.Show(
      text: { [unowned self] in self.say(render($0, on: self.display)) },
      time: { [unowned self] stretch, _ in
        for line in stretch.lines {
          self.say(render(line.clocked(on: self.display), on: self.display))
        }
        let clock = stretch.to.civil(local: true)
        let passed = timePassed(Int(stretch.to - stretch.from))
        self.say("\(clock.shortWeekday) \(clock.clock)  \(passed)")
      }
    )
  }

  private func say(_ text: String) {
    if isJSON { output.append(text) } else { Output.print(text) }
  }

  /// What was said before the first line belongs to no line.
  func endGreeting() { output = [] }

  func begin(_ line: String) {
    self.line = line
    if !isJSON { Output.print("> " + sanitised(line)) }
  }

  func end(_ report: LineReport?, time: Instant) {
    guard isJSON else { return }
    struct Shape: Encodable {
      struct Event: Encodable {
        let at: String
        let text: String
      }
      let line: String
      let accepted: Bool
      let time: String
      let events: [Event]
      let output: String
      let conditions: [String: Bool]
    }
    let conditions = (report?.conditions ?? []).map { ($0.id, $0.isMet) }
    Output.print(
      JSONLine.text(
        Shape(
          line: line,
          accepted: report?.accepted ?? true,
          time: time.iso,
          events: (report?.events ?? []).map { .init(at: $0.at.iso, text: $0.text.text) },
          output: output.joined(separator: "\n"),
          conditions: Dictionary(conditions) { first, _ in first }
        )
      )
    )
    output = []
  }
}

/// A value as one line of JSON with sorted keys.
enum JSONLine {
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("plain values can always be written as JSON")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
