import CafeWorld
import Commands
import Route53
import Testing

/// A line, and what it asks for.
struct Row: Sendable, CustomTestStringConvertible {
  let line: String
  let request: Request

  init(_ line: String, _ request: Request) {
    self.line = line
    self.request = request
  }

  init(_ line: String, _ command: Command) {
    self.init(line, .change([command], showing: .events))
  }

  /// A record change of the setting's zone.
  init(_ line: String, _ action: ChangeAction, _ set: RecordSetRequest, _ setting: Setting) {
    self.init(line, .changeRecord(setting.zone, Change(action, set)))
  }

  var testDescription: String { line }
}

/// A line, and the text with which it is refused.
struct Refusal: Sendable, CustomTestStringConvertible {
  let line: String
  let message: String

  init(_ line: String, _ message: String) {
    self.line = line
    self.message = message
  }

  var testDescription: String { line }
}
