import CafeWorld
import Commands
import Route53

/// A refusal as the API answers it: the code and the text of the service, and the HTTP status.
struct APIFault: Error, Hashable {
  let code: String
  let message: String
  let status: Int

  init(_ code: String, _ message: String, status: Int? = nil) {
    self.code = code
    self.message = message
    self.status = status ?? ErrorCatalogue.status(of: code)
  }

  /// What is wrong with a call before the world sees it.
  enum Complaint: Hashable {
    case missing(String)
    case unknown(String)
    case invalid(String)
    /// The real service has it, this café has not.
    case absent(String)
  }

  init(_ complaint: Complaint, _ operation: AwsOperation) {
    let service = AwsEndpoint(rawValue: operation.service) ?? .route53
    let (code, message) = ErrorCatalogue.answer(to: complaint, of: service)
    self.init(code, message)
  }

  /// A refusal by the world.
  init(_ rejection: Rejection, _ call: AwsCall) {
    let (code, message) = Aws.fault(of: rejection, call)
    if case .service(let error) = rejection {
      self.init(code, message, status: error.status)
    } else {
      self.init(code, message)
    }
  }

  /// A call that was refused before it came to the world.
  init(_ error: CommandError, _ operation: AwsOperation) {
    switch error {
    case .service(_, let code, let message, _): self.init(code, message)
    case .badValue(let option, let value, let allowed, _):
      let member = operation.members(in: option)
      self.init(.invalid(ErrorCatalogue.badValue(member, value, allowed, operation)), operation)
    case .usage(_, let message, let usage, _):
      let text = operation.members(in: message)
      self.init(usage.isEmpty ? .absent(text) : .invalid(text), operation)
    default: self.init(.invalid(operation.members(in: error.message)), operation)
    }
  }

  /// The same as EC2 says it, which has one code for whatever is wrong with credentials
  /// (EC2's user guide of errors: AuthFailure).
  var ofEC2: APIFault {
    guard code == "InvalidClientTokenId" || code == "SignatureDoesNotMatch" else { return self }
    return APIFault(
      "AuthFailure",
      "AWS was not able to validate the provided access credentials"
    )
  }

  /// The body of an error in CBOR and JSON.
  var document: JSONValue {
    .record([
      "__type": .string("com.amazonaws.cloudwatch#\(code)"), "message": .string(message),
    ])
  }
}

// Requests that do not come as far as an operation.
extension APIFault {
  static func unknownOperation(_ what: String) -> APIFault {
    APIFault("InvalidAction", "The action or operation requested is invalid: \(what.shown()).")
  }

  static let missingAction =
    APIFault("MissingAction", "The request is missing an action or a required parameter.")

  /// EC2M: DryRun.
  static let dryRun =
    APIFault("DryRunOperation", "Request would have succeeded, but DryRun flag is set.")

  static func badXML(_ fault: XMLFault) -> APIFault {
    badXML("\(fault.message), at byte \(fault.offset)")
  }

  static func badXML(_ why: String) -> APIFault {
    APIFault("InvalidInput", "Invalid XML ; \(why)")
  }

  /// Changes of records have a text of their own (`GH:stalwartlabs/dns-update#44`).
  static func wrongRoot(_ root: String, of operation: String) -> APIFault {
    operation == AwsOperation.changeResourceRecordSets.apiName
      ? APIFault("MalformedInput", "ChangeBatch is not valid, expected \(operation)Request")
      : badXML("the root is \(root), not \(operation)Request")
  }

  static func badForm(_ fault: FormFault) -> APIFault {
    APIFault("MalformedQueryString", "The query cannot be read: \(fault.message)")
  }

  static func malformed(_ why: String) -> APIFault { APIFault("SerializationException", why) }

  static func badToken(_ operation: AwsOperation) -> APIFault {
    switch operation.service {
    case "route53":
      APIFault("InvalidPaginationToken", "The value of NextToken is not from this list.")
    case "cloudwatch": APIFault("InvalidNextToken", "The next token is not from this list.")
    default: APIFault("InvalidParameter", "Invalid parameter: NextToken")
    }
  }
}

extension AwsOperation {
  /// A sentence about options of the command line as one about the members of the call.
  fileprivate func members(in text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.hasPrefix("--") else { return String(word) }
      return options.first { "--" + $0.name == word }?.member ?? String(word.dropFirst(2))
    }
    return words.joined(separator: " ")
  }
}
