import CafeWorld
import Route53
import Testing

@testable import Commands

/// A café at which `aws` lines are typed.
struct AwsCafe {
  var world = Scene.cafe.world(seed: 7)
  var files: [String: String] = [:]

  /// What a line prints: the CLI's output, or AWS's refusal.
  mutating func aws(_ tail: String) throws -> String {
    let context = ParseContext(world: world, files: files)
    switch try Aws.parse(tail, in: context) {
    case .ask(.aws(let call)):
      return Aws.output(call, before: world, after: world, events: [])
    case .change(let commands, showing: .aws(let call)):
      let before = world
      var events: [Event] = []
      do throws(Rejection) {
        for command in commands { events += try world.perform(command) }
      } catch {
        world = before
        return Aws.refusal(error, call: call)
      }
      return Aws.output(call, before: before, after: world, events: events)
    case let other: throw Unexpected(request: other)
    }
  }

  /// What is said besides the answer to a line that asks.
  func note(_ tail: String) throws -> String? {
    guard case .ask(.aws(let call)) = try Aws.parse(tail, in: ParseContext(world: world)) else {
      return nil
    }
    return Aws.note(on: call)
  }

  struct Unexpected: Error {
    let request: Request
  }

  /// The commands that a line comes to.
  func commands(_ tail: String) throws -> [Command] {
    let request = try Aws.parse(tail, in: ParseContext(world: world, files: files))
    guard case .change(let commands, _) = request else { return [] }
    return commands
  }

  /// What is wrong with a line.
  func error(_ tail: String) -> CommandError? {
    do throws(CommandError) {
      _ = try Aws.parse(tail, in: ParseContext(world: world, files: files))
      return nil
    } catch {
      return error
    }
  }

  /// The sentence of a line's error.
  func message(_ tail: String) -> String {
    switch error(tail) {
    case .usage(_, let message, _, _): message
    case .service(let operation, let code, let message, _):
      AwsFault.sentence(code, message, operation)
    case .badDocument(let what, let position, let message):
      "\(what) \(position ?? "-") \(message)"
    case .badValue(let option, let value, let allowed, _): "\(option) \(value): \(allowed)"
    case let other: "\(String(describing: other))"
    }
  }

  /// What near misses a line's error offers.
  func near(_ tail: String) -> [String] {
    switch error(tail) {
    case .usage(_, _, _, let near), .badValue(_, _, _, let near), .service(_, _, _, let near),
      .unsupportedAws(_, _, let near):
      near
    default: []
    }
  }

  var zone: String { world.hostedZones[0].id.text }

  var instances: [Instance] { world.instances }

  /// With a named health check on the first instance.
  static func withCheck() throws -> AwsCafe {
    var cafe = AwsCafe()
    let address = try #require(cafe.instances[0].publicAddress)
    _ = try cafe.aws(
      "route53 create-health-check --caller-reference first --health-check-config "
        + "Type=HTTP,IPAddress=\(address),Port=80,ResourcePath=/cafe,RequestInterval=10,"
        + "FailureThreshold=2"
    )
    _ = try cafe.aws(
      "route53 change-tags-for-resource --resource-type healthcheck --resource-id \(cafe.check) "
        + "--add-tags Key=Name,Value=Primary-Website-Health"
    )
    return cafe
  }

  var check: String { world.healthChecks.last?.id.text ?? "" }
}
