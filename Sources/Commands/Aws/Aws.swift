public import CafeWorld
import Route53

/// The AWS CLI's own spelling of what the café can do.
public enum Aws {
  static let usage = "aws [options] <service> <operation> [options]"

  /// Reads what stands behind `aws`.
  ///
  /// A call that only reads becomes a question, any other the commands that carry it out. Columns
  /// in errors count from the beginning of `tail`.
  public static func parse(
    _ tail: String,
    in context: ParseContext
  ) throws(CommandError) -> Request {
    let words = try Words.of(tail).map(\.text)
    if words.last == "help", words.count <= 3 {
      return .session(.help(["aws"] + words.dropLast()))
    }
    let line = try AwsLine(words, files: context.files)
    var call = AwsCall(line.operation, line.arguments)
    call.region = line.globals.region
    call.maxItems = line.globals.maxItems
    call.isRawPage =
      !line.globals.paginates
      || call.operation.isPaged && call.operation.pageStarts.contains { call.text($0) != nil }
    try AwsPage.check(line.globals.startingToken, call)
    call.offset = try AwsPage.offset(line.globals.startingToken)
    try checkRegion(of: call, in: context.world)
    return try request(call, in: context.world)
  }

  /// What a checked call asks for: a question, or commands.
  package static func request(
    _ call: AwsCall,
    in world: World
  ) throws(CommandError) -> Request {
    let request = AwsRequest(call: call, world: world)
    return switch call.operation.service {
    case "route53": try request.route53()
    case "ec2": try request.ec2()
    case "sns": try request.sns()
    default: try request.cloudWatch()
    }
  }

  /// How many elements a token from an answer skips; nil: it is from no answer.
  package static func offset(ofToken token: String) -> Int? { try? AwsPage.offset(token) }

  /// A JSON document; nil: the text is none.
  package static func document(_ json: String) -> JSONValue? { try? JSONReader.value(of: json) }

  /// What the CLI prints when a call has succeeded; empty for calls without output.
  ///
  /// For a question `before` and `after` are the same world, and nothing has happened.
  public static func output(
    _ call: AwsCall,
    before: World,
    after: World,
    events: [Event]
  ) -> String {
    value(call, before: before, after: after, events: events)?.indented ?? ""
  }

  /// What a call that succeeded answers; nil where the service answers nothing.
  package static func value(
    _ call: AwsCall,
    before: World,
    after: World,
    events: [Event]
  ) -> JSONValue? {
    let output = AwsOutput(call: call, before: before, after: after, events: events)
    return switch call.operation.service {
    case "route53": output.route53
    case "ec2": output.ec2
    case "sns": output.sns
    case "sts": output.sts
    default: output.cloudWatch
    }
  }

  /// What the empty list of another region leaves open; nil: the call asks for no such list.
  public static func note(on call: AwsCall) -> String? {
    guard let region = call.region, call.isElsewhere else { return nil }
    return "note: Route 53's metrics exist only in \(Topic.region), and so do their alarms and "
      + "topics. In \(region) there is none of them; AWS says so with an empty list."
  }

  /// Route 53 is one for the whole world; the other services are where the café uses them, and have
  /// empty lists elsewhere.
  package static func checkRegion(of call: AwsCall, in world: World) throws(CommandError) {
    guard let region = call.region, !(call.isElsewhere && AwsRegion.all.contains(region)) else {
      return
    }
    let (here, why) =
      switch call.service {
      case "ec2": (world.regions, "the café's instances are there")
      case "route53", "sts": ([region], "")
      default:
        ([Topic.region], "Route 53's metrics exist only there, and so do their alarms and topics")
      }
    guard !here.contains(region) else { return }
    throw .badValue(
      option: "--region",
      value: region.shown(),
      allowed: "\(here.joined(separator: ", ")): \(why)",
      near: here
    )
  }
}
