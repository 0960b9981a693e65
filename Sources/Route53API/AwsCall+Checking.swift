import Commands

extension AwsCall {
  /// A call of an operation, if it has all that is required and nothing that the operation does not
  /// take.
  init(
    checking operation: AwsOperation,
    _ given: [JSONValue.Member]
  ) throws(APIFault) {
    let options = operation.options
    var arguments: [JSONValue.Member] = []
    var paging = Paging()
    for member in given {
      if member.key == Self.dryRun, operation.service == "ec2" {
        arguments.append(.init(key: Self.dryRun, value: AwsShape.flag.reading(member.value)))
        continue
      }
      guard let option = options.first(where: { $0.isHere && $0.member == member.key }) else {
        if operation.isPaged, paging.take(member) { continue }
        throw APIFault(.unknown(member.key), operation)
      }
      guard !arguments.contains(where: { $0.key == member.key }) else {
        throw APIFault(.invalid("\(member.key) stands twice"), operation)
      }
      let value = member.value.fitted(to: option.shape)
      let faults = option.shape.faults(in: value, at: member.key)
      guard faults.isEmpty else {
        throw APIFault(.invalid(faults.prefix(20).joined(separator: ", ")), operation)
      }
      if let absent = option.shape.absence(in: value, at: member.key) {
        throw APIFault(.absent(absent), operation)
      }
      arguments.append(.init(key: member.key, value: value))
    }
    if let missing = options.first(where: { option in
      option.isHere && option.isRequired && !arguments.contains { $0.key == option.member }
    }) {
      throw APIFault(.missing(missing.member), operation)
    }
    self.init(operation, arguments)
    isRawPage = true
    isTyped = false
    maxItems = try paging.size(for: operation)
    offset = try paging.start(operation)
  }

  /// The same of a document that is one structure.
  init(checking operation: AwsOperation, document: JSONValue) throws(APIFault) {
    guard case .object(let members) = document else {
      throw .malformed("The request is not a structure")
    }
    try self.init(checking: operation, members.filter { $0.value != .null })
  }

  private static let dryRun = "DryRun"

  /// Whether EC2 is only asked if it would.
  var isDryRun: Bool { flag(Self.dryRun) == true }
}

/// How a call asks for a part of a list, in the services' several words.
private struct Paging {
  private var most: JSONValue?
  private var token: JSONValue?

  /// Takes an argument in, if it is about pages.
  mutating func take(_ member: JSONValue.Member) -> Bool {
    switch member.key {
    case "MaxItems", "MaxResults", "MaxRecords": most = member.value
    case "NextToken": token = member.value
    default: return false
    }
    return true
  }

  /// How many elements a page has at most; nil: as the service likes.
  func size(for operation: AwsOperation) throws(APIFault) -> Int? {
    guard let most else { return Self.usual(operation) }
    let digits = most.text ?? most.whole.map(String.init) ?? ""
    guard let number = Int(digits), number > 0 || Self.checksItself(operation) else {
      throw APIFault(.invalid("'\(digits)' is not a number of elements"), operation)
    }
    return Self.usual(operation).map { min(number, $0) } ?? number
  }

  private static func checksItself(_ operation: AwsOperation) -> Bool {
    operation == .listHostedZones || operation == .listResourceRecordSets
  }

  /// The longest page of the lists that this café pages by tokens (SNSM, CWM, `M:` of each).
  private static func usual(_ operation: AwsOperation) -> Int? {
    switch (operation.service, operation) {
    case (_, .listMetrics): 500
    case (_, .listHostedZones), (_, .listResourceRecordSets), (_, .listHealthChecks),
      (_, .listDelegationSets):
      nil
    case ("route53", _), ("sns", _), ("cloudwatch", _): 100
    default: nil
    }
  }

  func start(_ operation: AwsOperation) throws(APIFault) -> Int {
    guard let token else { return 0 }
    guard let text = token.text, let offset = Aws.offset(ofToken: text) else {
      throw .badToken(operation)
    }
    return offset
  }
}

extension JSONValue {
  /// The same, where a text stands for a number or a number for a text.
  fileprivate func fitted(to shape: AwsShape) -> JSONValue {
    switch (shape, self) {
    // A moment comes as seconds since 1970, whose fractions no call asks for.
    case (.text, .number(let digits)): .string(String(digits.prefix { $0 != "." }))
    case (.list(let element), .list(let elements)): .list(elements.map { $0.fitted(to: element) })
    case (.structure(let members), .object(let given)):
      .object(
        given.filter { $0.value != .null }.map { pair in
          let shape = members.first { $0.name == pair.key }?.shape
          return .init(key: pair.key, value: shape.map(pair.value.fitted) ?? pair.value)
        }
      )
    default: self
    }
  }
}
