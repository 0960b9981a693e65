extension AwsOperation {
  /// What help shows of the operation: its options, and the members of those that are structures.
  var help: [String] {
    let here = options.filter(\.isHere)
    var lines = ["aws \(rawValue)"]
    lines += here.map { "  " + ($0.isRequired ? $0.usage : "[\($0.usage)]") }
    for option in here {
      guard let members = option.shape.members else { continue }
      lines += ["", "--\(option.name) takes shorthand, JSON or file://PATH with these members:"]
      lines += members.filter(\.isHere).map {
        "  \($0.name)" + ($0.isRequired ? " (required)" : "")
      }
    }
    return lines
  }
}

extension AwsShape {
  /// The members of a structure, or of a list's structures.
  fileprivate var members: [Member]? {
    switch self {
    case .structure(let members): members
    case .list(let element): element.members
    case .text, .prose, .whole, .decimal, .flag, .anything: nil
    }
  }
}
