import Commands

/// A service as it is asked: its version, its namespace.
enum AwsEndpoint: String, CaseIterable, Hashable {
  case route53, ec2, sns, cloudwatch, sts

  /// The service that a form asks: its `Version` tells, else the scope of its signature.
  init(of request: APIRequest) {
    let version = Form.first("Version", of: Form.source(of: request))
    let scope = Authorization.scope(of: request)
    let named = Self.allCases.first { $0.version == version }
    self = named ?? Self.allCases.first { $0.signingName == scope?.service } ?? .ec2
  }

  /// `M:metadata.apiVersion` of each service.
  var version: String {
    switch self {
    case .route53: "2013-04-01"
    case .ec2: "2016-11-15"
    case .sns: "2010-03-31"
    case .cloudwatch: "2010-08-01"
    case .sts: "2011-06-15"
    }
  }

  var namespace: String {
    switch self {
    case .route53: "https://route53.amazonaws.com/doc/2013-04-01/"
    case .ec2: "http://ec2.amazonaws.com/doc/2016-11-15/"
    case .sns: "http://sns.amazonaws.com/doc/2010-03-31/"
    case .cloudwatch: "http://monitoring.amazonaws.com/doc/2010-08-01/"
    case .sts: "https://sts.amazonaws.com/doc/2011-06-15/"
    }
  }

  /// What a signature's scope calls it.
  private var signingName: String { self == .cloudwatch ? "monitoring" : rawValue }

  /// The operation with the service's own name for it, such as `CreateHostedZone`.
  func operation(_ name: String) -> AwsOperation? { Self.operations["\(rawValue) \(name)"] }

  private static let operations: [String: AwsOperation] = Dictionary(
    uniqueKeysWithValues: AwsOperation.allCases.map { ("\($0.service) \($0.apiName)", $0) }
  )

  /// An answer of the query protocol; EC2's has no wrapper.
  func answer(_ operation: String, _ value: JSONValue?, requestID: String) -> [UInt8] {
    XMLWriter.document(operation + "Response", namespace: namespace) { writer in
      if self == .ec2 {
        writer.element("requestId", requestID)
        if value == nil { writer.element("return", "true") }
        let isZones = operation == "DescribeAvailabilityZones"
        return writer.members(of: value, names: isZones ? .ec2Zones : .ec2)
      }
      if let value {
        writer.element(operation + "Result") { $0.members(of: value, names: .query) }
      }
      writer.element("ResponseMetadata") { $0.element("RequestId", requestID) }
    }
  }

  /// EC2 has a shape of errors of its own.
  static func ec2Error(_ fault: APIFault, _ requestID: String) -> [UInt8] {
    XMLWriter.document("Response", namespace: nil) { writer in
      writer.element("Errors") { errors in
        errors.element("Error") {
          $0.element("Code", fault.code)
          $0.element("Message", fault.message)
        }
      }
      writer.element("RequestID", requestID)
    }
  }
}
