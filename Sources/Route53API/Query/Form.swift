import Commands

/// The parameters of a form, whose names are paths: `Filter.1.Value.2`.
package struct Form {
  private(set) var text: String?
  private var branches: [String: Form] = [:]

  static let bytesMost = 1 << 20
  static let pairsMost = 2_000
  static let depthMost = 10

  /// The form in a request's body, or in its query where it has no body.
  init(_ request: APIRequest) throws(APIFault) {
    let source = Self.source(of: request)
    self.init()
    for (name, text) in try Self.pairs(of: source) {
      let path = name.split(separator: ".", omittingEmptySubsequences: false)
      guard path.count <= Self.depthMost else { throw .badForm(.tooDeep(most: Self.depthMost)) }
      guard put(text, at: path[...]) else { throw .badForm(.twice(name)) }
    }
  }

  private init() {}

  subscript(name: String) -> Form? { branches[name] }

  /// A parameter of a form, read for itself; nil: there is none that can be read.
  package static func first(_ name: String, of source: String) -> String? {
    let pairs = try? pairs(of: source)
    return pairs?.first { $0.name == name }?.text
  }

  static func source(of request: APIRequest) -> String {
    request.body.isEmpty ? request.query : String(decoding: request.body, as: UTF8.self)
  }

  private mutating func put(_ text: String, at path: ArraySlice<Substring>) -> Bool {
    guard let first = path.first else {
      defer { self.text = text }
      return self.text == nil
    }
    return branches[String(first), default: Form()].put(text, at: path.dropFirst())
  }
}

// Names and texts, with their escapes taken away.
extension Form {
  static func pairs(of source: String) throws(APIFault) -> [(name: String, text: String)] {
    guard source.utf8.count <= bytesMost else { throw .badForm(.tooLong(most: bytesMost)) }
    var pairs: [(name: String, text: String)] = []
    for part in source.utf8.split(separator: UInt8(ascii: "&")) {
      guard pairs.count < pairsMost else { throw .badForm(.tooManyPairs(most: pairsMost)) }
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      guard let name = plain(part[..<equals], plusIsSpace: true),
        let text = plain(part[equals...].dropFirst(), plusIsSpace: true)
      else { throw .badForm(.badEscape) }
      pairs.append((name, text))
    }
    return pairs
  }

  /// A text without percent escapes; nil: an escape is broken, or what comes out is no UTF-8.
  static func plain(_ octets: Substring.UTF8View, plusIsSpace: Bool) -> String? {
    var plain: [UInt8] = []
    plain.reserveCapacity(octets.count)
    var rest = octets
    while let octet = rest.popFirst() {
      switch octet {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst()?.hexDigit, let low = rest.popFirst()?.hexDigit else {
          return nil
        }
        plain.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: plain.append(UInt8(ascii: " "))
      default: plain.append(octet)
      }
    }
    return String(validating: plain, as: UTF8.self)
  }
}

// Values in the shape of an operation's options.
extension Form {
  /// Everything but `Action` and `Version`; what no option has is kept, to be refused.
  func arguments(of options: [AwsOption], naming endpoint: AwsEndpoint) -> [JSONValue.Member] {
    let members = options.filter(\.isHere).map { AwsShape.Member($0.member, $0.shape) }
    return self.members(of: members, naming: endpoint).filter {
      $0.key != "Action" && $0.key != "Version"
    }
  }

  private func members(
    of known: [AwsShape.Member],
    naming endpoint: AwsEndpoint
  ) -> [JSONValue.Member] {
    branches.keys.sorted().compactMap { key in
      guard let branch = branches[key] else { return nil }
      let member = known.first { endpoint.parameter(for: $0) == key }
      let shape = member?.shape ?? .text
      return .init(key: member?.name ?? key, value: branch.value(as: shape, naming: endpoint))
    }
  }

  private func value(as shape: AwsShape, naming endpoint: AwsEndpoint) -> JSONValue {
    switch shape {
    case .structure(let members): .object(self.members(of: members, naming: endpoint))
    case .list(let element):
      .list(elements(endpoint).map { $0.value(as: element, naming: endpoint) })
    case _ where !branches.isEmpty: .object([])
    case .flag: .flag(text ?? "")
    case .text, .prose, .whole, .decimal, .anything: shape.reading(.string(text ?? ""))
    }
  }

  /// `InstanceId.1` in EC2, `Dimensions.member.1` elsewhere, in the order of their numbers.
  private func elements(_ endpoint: AwsEndpoint) -> [Form] {
    let numbered = endpoint == .ec2 ? self : branches["member"] ?? Form()
    return numbered.branches.keys.compactMap(Int.init).sorted().compactMap {
      numbered.branches[String($0)]
    }
  }
}

extension AwsEndpoint {
  /// What a form calls a member: EC2 names a list as one of its elements (EC2M: locationName).
  fileprivate func parameter(for member: AwsShape.Member) -> String {
    guard self == .ec2, case .list = member.shape, member.name.hasSuffix("s") else {
      return member.name
    }
    return String(member.name.dropLast())
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
