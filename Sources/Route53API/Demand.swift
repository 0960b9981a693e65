import Commands

/// What a request wants, taken apart by its protocol and checked against the operation's options.
enum Demand {
  case call(AwsCall)
  /// An operation of Route 53 that this café has no world for.
  case absent(Absence, name: String, [JSONValue.Member])
}

extension Demand {
  /// A request of Route 53: what its path, its query and its body say.
  init(rest request: APIRequest) throws(APIFault) {
    guard let (route, found) = Route.of(request) else {
      throw .unknownOperation("\(request.method) \(request.path)")
    }
    let operation = route.known
    let shapes = operation?.options ?? route.absence?.options ?? []
    var arguments = found
    for (key, text) in try Form.pairs(of: request.query) {
      let member = route.member(key, among: shapes)
      let shape = shapes.first { $0.member == member }?.shape ?? .text
      let value = shape.reading(.string(text))
      guard case .list = shape, let index = arguments.firstIndex(where: { $0.key == member }) else {
        arguments.append(.init(key: member, value: value))
        continue
      }
      let elements = arguments[index].value.elements + value.elements
      arguments[index] = .init(key: member, value: .list(elements))
    }
    if !request.body.isEmpty, request.method == "POST" {
      arguments += try Self.body(request.body, of: route.operation, shapes)
    }
    if let operation {
      self = .call(try AwsCall(checking: operation, arguments))
    } else {
      guard let absence = route.absence else { throw .unknownOperation(route.operation) }
      self = .absent(absence, name: route.operation, arguments)
    }
  }

  private static func body(
    _ bytes: [UInt8],
    of operation: String,
    _ options: [AwsOption]
  ) throws(APIFault) -> [JSONValue.Member] {
    let root: XMLElement
    do throws(XMLFault) { root = try XMLReader.root(of: bytes) } catch { throw .badXML(error) }
    guard root.name == operation + "Request", root.isStructure else {
      throw .wrongRoot(root.name, of: operation)
    }
    return root.children.map { child in
      let shape = options.first { $0.member == child.name }?.shape
      return .init(key: child.name, value: child.value(as: shape ?? .text))
    }
  }

  /// A form of EC2, SNS, CloudWatch or STS.
  init(form request: APIRequest, _ endpoint: AwsEndpoint) throws(APIFault) {
    let form = try Form(request)
    guard let action = form["Action"]?.text, !action.isEmpty else { throw .missingAction }
    guard endpoint != .route53, let operation = endpoint.operation(action) else {
      throw .unknownOperation(action)
    }
    let arguments = form.arguments(of: operation.options, naming: endpoint)
    self = .call(try AwsCall(checking: operation, arguments))
  }

  /// `POST /service/GraniteServiceVersion20100801/operation/PutMetricAlarm`.
  init(cbor request: APIRequest) throws(APIFault) {
    let parts = request.path.split(separator: "/")
    guard parts.count == 4, parts[0] == "service", parts[1] == Self.cloudWatch,
      parts[2] == "operation", let operation = AwsEndpoint.cloudwatch.operation(String(parts[3]))
    else { throw .unknownOperation(request.path) }
    let value: JSONValue
    do throws(CBORFault) {
      value = request.body.isEmpty ? .object([]) : try CBORReader.value(of: request.body)
    } catch { throw .malformed("The request is not CBOR that can be read: \(error.message)") }
    self = .call(try AwsCall(checking: operation, document: value))
  }

  /// `X-Amz-Target: GraniteServiceVersion20100801.PutMetricAlarm`.
  init(json request: APIRequest) throws(APIFault) {
    let target = request.header("x-amz-target") ?? ""
    let parts = target.split(separator: ".")
    guard parts.count == 2, parts[0] == Self.cloudWatch,
      let operation = AwsEndpoint.cloudwatch.operation(String(parts[1]))
    else { throw .unknownOperation(target) }
    guard let text = String(validating: request.body, as: UTF8.self),
      let value = text.isEmpty ? .object([]) : Aws.document(text)
    else { throw .malformed("The request is not JSON that can be read") }
    self = .call(try AwsCall(checking: operation, document: value))
  }

  /// What CloudWatch is called in its own protocols (CWM: metadata.targetPrefix).
  private static let cloudWatch = "GraniteServiceVersion20100801"
}
