import CafeWorld
import Commands

/// One request and its answer, in one of the protocols that the SDKs speak.
struct Exchange {
  let dialect: Dialect
  let requestID: String

  /// How a request and its answer are written.
  enum Dialect: Hashable {
    /// Route 53: the path says what is wanted, XML says the rest.
    case restXML
    /// EC2, SNS, STS and CloudWatch: a form whose `Action` says what is wanted.
    case query(AwsEndpoint)
    /// CloudWatch, as today's SDKs ask it: Smithy's RPC v2 in CBOR.
    case cbor
    /// CloudWatch in JSON 1.0.
    case json
  }

  /// Which protocol a request speaks is told by its headers and its path alone.
  init(_ request: APIRequest, requestID: String) {
    self.requestID = requestID
    dialect =
      if Route.isPath(request.path) {
        .restXML
      } else if request.header("smithy-protocol") == Self.smithyProtocol {
        .cbor
      } else if request.header("x-amz-target") != nil {
        .json
      } else {
        .query(AwsEndpoint(of: request))
      }
  }

  static let smithyProtocol = "rpc-v2-cbor"

  /// What a request wants.
  func demand(of request: APIRequest) throws(APIFault) -> Demand {
    switch dialect {
    case .restXML: try Demand(rest: request)
    case .query(let endpoint): try Demand(form: request, endpoint)
    case .cbor: try Demand(cbor: request)
    case .json: try Demand(json: request)
    }
  }
}

extension Exchange {
  /// The answer to a call that succeeded; nil: the service says nothing but yes.
  func response(_ operation: String, _ value: JSONValue?) -> APIResponse {
    switch dialect {
    case .restXML: rest(operation, value)
    case .query(let endpoint):
      xml(200, endpoint.answer(operation, value, requestID: requestID))
    case .cbor: cbor(200, CBORWriter.bytes(of: value ?? .object([])))
    case .json: json(200, value ?? .object([]))
    }
  }

  /// A page of record sets, which is the longest answer and the most frequent.
  func response(_ page: RecordSetsAnswer) -> APIResponse { xml(200, page.bytes) }

  func response(_ fault: APIFault) -> APIResponse {
    switch dialect {
    case .restXML: xml(fault.status, Self.error(fault, AwsEndpoint.route53, requestID))
    case .query(.ec2): ec2(fault.ofEC2)
    case .query(let endpoint): xml(fault.status, Self.error(fault, endpoint, requestID))
    case .cbor: cbor(fault.status, CBORWriter.bytes(of: fault.document), fault)
    case .json: json(fault.status, fault.document, fault)
    }
  }

  private func ec2(_ fault: APIFault) -> APIResponse {
    xml(fault.status, AwsEndpoint.ec2Error(fault, requestID))
  }

  /// `Location` is a header, and such an answer has the status 201 (`M:` of each such response).
  private func rest(_ operation: String, _ value: JSONValue?) -> APIResponse {
    let location = value?["Location"]?.text
    let body = XMLWriter.document(
      operation + "Response",
      namespace: AwsEndpoint.route53.namespace
    ) { $0.members(of: value, names: .route53, without: "Location") }
    return xml(location == nil ? 200 : 201, body, location: location)
  }

  /// The shape of errors that every SDK reads; the older one, with the code as its root, leaves
  /// boto3 without a code.
  private static func error(
    _ fault: APIFault,
    _ endpoint: AwsEndpoint,
    _ requestID: String
  ) -> [UInt8] {
    XMLWriter.document("ErrorResponse", namespace: endpoint.namespace) { writer in
      writer.element("Error") {
        $0.element("Type", "Sender")
        $0.element("Code", fault.code)
        $0.element("Message", fault.message)
      }
      writer.element("RequestId", requestID)
    }
  }

  private func xml(_ status: Int, _ body: [UInt8], location: String? = nil) -> APIResponse {
    var headers = [(name: "Content-Type", value: "text/xml")]
    if let location { headers.append((name: "Location", value: location)) }
    return response(status, headers, body)
  }

  private func cbor(_ status: Int, _ body: [UInt8], _ fault: APIFault? = nil) -> APIResponse {
    let headers = [
      (name: "Content-Type", value: "application/cbor"),
      (name: "smithy-protocol", value: Self.smithyProtocol),
    ]
    return response(status, headers + queryError(fault), body)
  }

  private func json(_ status: Int, _ value: JSONValue, _ fault: APIFault? = nil) -> APIResponse {
    let headers = [(name: "Content-Type", value: "application/x-amz-json-1.0")]
    return response(status, headers + queryError(fault), Array(value.withEpochs.compact.utf8))
  }

  /// The code as the query protocol has it (CWM: awsQueryCompatible).
  private func queryError(_ fault: APIFault?) -> [(name: String, value: String)] {
    fault.map { [(name: "x-amzn-query-error", value: "\($0.code);Sender")] } ?? []
  }

  private func response(
    _ status: Int,
    _ headers: [(name: String, value: String)],
    _ body: [UInt8]
  ) -> APIResponse {
    APIResponse(
      status: status,
      headers: headers + [(name: "x-amzn-RequestId", value: requestID)],
      body: body
    )
  }
}

extension JSONValue {
  /// The same with moments as JSON 1.0 has them: seconds since 1970.
  fileprivate var withEpochs: JSONValue {
    switch self {
    case .time(let moment):
      .number(
        moment.milliseconds % 1_000 == 0
          ? String(moment.milliseconds / 1_000) : "\(Double(moment.milliseconds) / 1_000)"
      )
    case .list(let elements): .list(elements.map(\.withEpochs))
    case .object(let members):
      .object(members.map { Member(key: $0.key, value: $0.value.withEpochs) })
    case .null, .boolean, .number, .string: self
    }
  }
}
