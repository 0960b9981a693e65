public import CafeWorld
import Commands

/// Amazon's API, for the services that the café uses: a request in, a reply out.
///
/// It decides nothing. A request becomes a call of the operation that `Commands` knows, as a line
/// of the AWS CLI does; so both are checked, refused and answered by the same rules.
public struct AWSAPI: Sendable {
  private let credentials: Credentials?

  /// - Parameter credentials: whose signatures are good; nil: anybody may ask, signed or not.
  public init(credentials: Credentials? = nil) {
    self.credentials = credentials
  }

  /// Whether a request has to be signed by somebody known.
  public var takesSignedOnly: Bool { credentials != nil }

  /// Answers a request.
  ///
  /// - Parameters:
  ///   - request: as a server has read it, whatever its protocol.
  ///   - world: out of which questions are answered, and against which calls are checked.
  ///   - requestID: a UUID, new for each request.
  ///   - wall: the time of day in milliseconds since 1970, against which signatures are checked.
  /// - Returns: the answer, or the commands that it depends on.
  public func reply(
    to request: APIRequest,
    in world: World,
    requestID: String,
    now wall: Int64
  ) -> APIReply {
    let exchange = Exchange(request, requestID: requestID)
    do throws(APIFault) {
      if let credentials { try credentials.check(request, now: wall) }
      let region = Authorization.scope(of: request)?.region
      return try reply(to: exchange.demand(of: request), exchange, in: world, region: region)
    } catch {
      return .response(exchange.response(error))
    }
  }

  /// The answer to a request that is turned away at the door, in the protocol that it speaks.
  public static func refusal(
    of request: APIRequest,
    code: String,
    _ message: String,
    status: Int,
    requestID: String
  ) -> APIResponse {
    Exchange(request, requestID: requestID).response(APIFault(code, message, status: status))
  }

  private func reply(
    to demand: Demand,
    _ exchange: Exchange,
    in world: World,
    region: String?
  ) throws(APIFault) -> APIReply {
    let call: AwsCall
    switch demand {
    case .absent(let absence, let name, let arguments):
      let value = try absence.answer(arguments, in: world)
      return .response(exchange.response(name, value))
    case .call(var known):
      // A request names its region in its signature alone; one without is meant for any.
      known.region = region
      call = known
    }
    let request: Request
    do throws(CommandError) {
      request = try Aws.request(call, in: world)
      // Other regions have nothing to show, but nothing of theirs can be changed either.
      if case .change = request { try Aws.checkRegion(of: call, in: world) }
    } catch {
      throw APIFault(error, call.operation)
    }
    if call.isDryRun { throw .dryRun }
    guard case .change(let commands, _) = request else {
      return .response(Self.answer(call, exchange, before: world, after: world, events: []))
    }
    return .commands(commands) { result, after in
      switch result {
      case .success(let events):
        Self.answer(call, exchange, before: world, after: after, events: events)
      case .failure(let rejection): exchange.response(APIFault(rejection, call))
      }
    }
  }

  private static func answer(
    _ call: AwsCall,
    _ exchange: Exchange,
    before: World,
    after: World,
    events: [Event]
  ) -> APIResponse {
    if call.operation == .listResourceRecordSets, let page = call.recordSets(in: after) {
      return exchange.response(page)
    }
    let value = Aws.value(call, before: before, after: after, events: events)
    return exchange.response(call.apiName, value)
  }
}
