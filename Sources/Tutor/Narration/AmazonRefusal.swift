import Route53
import Terminal

/// A refusal by Route 53: Amazon's own words, and ours beside them.
struct AmazonRefusal {
  let error: ServiceError
  /// The instance that examples name.
  let server: String

  init(_ error: ServiceError, server: String = Self.exampleServer) {
    self.error = error
    self.server = server
  }

  /// The one of the café scene, as the tables of advice have it.
  static let exampleServer = "CafeInstance1"

  var text: Styled {
    var text: Styled = "\(Styled("Amazon refused this", .bad)): \(Styled(error.code, .strong)) "
    text += "(HTTP \(error.status)). In its own words:"
    text += Styled("\n  \(error.message)", .quiet)
    var said: [String] = []
    for message in error.messages {
      guard let known = Self.advice(code: error.code, message: message), !said.contains(known.why)
      else { continue }
      said.append(known.why)
      let next = known.next.replacing(Self.exampleServer, with: server)
      text += "\nWhy: \(known.why)\nTry: \(next)"
    }
    if error.messages.count > 1 || error.code == "InvalidChangeBatch" {
      text += Styled("\nNothing was changed: a batch is carried out whole or not at all.", .quiet)
    }
    return text
  }

  /// What a refusal means; the first entry fits that has all its marks in the message.
  static func advice(code: String, message: String) -> Advice? {
    let byText = aliases + groups + records + fields + values + healthChecks
    return byText.first { $0.fits(message) } ?? codes.first { $0.marks == [code] }
  }

  /// Why something is refused, and the next thing to try.
  struct Advice {
    /// What the message holds; for a code, the code.
    let marks: [String]
    let why: String
    let next: String

    init(_ marks: String..., why: String, next: String) {
      self.marks = marks
      self.why = why
      self.next = next
    }

    fileprivate func fits(_ message: String) -> Bool {
      marks.allSatisfy { message.contains($0) }
    }
  }
}
