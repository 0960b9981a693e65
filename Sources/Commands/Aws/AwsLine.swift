/// A line of the AWS CLI, taken apart and checked against the operation's options.
struct AwsLine {
  let operation: AwsOperation
  var globals = AwsGlobals()
  /// The arguments by the service's own names, in the order of the line.
  private(set) var arguments: [JSONValue.Member] = []

  /// Reads the words behind `aws`.
  init(_ words: [String], files: [String: String]) throws(CommandError) {
    var rest = words[...]
    var globals = AwsGlobals()
    while let word = rest.first, word.hasPrefix("--") {
      let (name, attached) = Self.split(word)
      let value = attached ?? rest.dropFirst().first
      guard let taken = try globals.take(name, value: value, of: nil) else {
        throw AwsFault.usage("Unknown options: \(word.shown())", nil)
      }
      rest = rest.dropFirst(attached == nil ? taken : 1)
    }
    operation = try Self.operation(rest)
    self.globals = globals
    try readOptions(rest.dropFirst(2), files)
    try check()
  }

  private static func operation(_ words: ArraySlice<String>) throws(CommandError) -> AwsOperation {
    guard let service = words.first else {
      let services = AwsOperation.services.joined(separator: ", ")
      throw AwsFault.usage("a service and an operation must follow; services are \(services)", nil)
    }
    guard AwsOperation.services.contains(service) else {
      throw .unsupportedAws(
        service: service.shown(),
        operation: nil,
        near: nearMisses(of: service, in: AwsOperation.services)
      )
    }
    let names = AwsOperation.operations(of: service).map(\.name)
    guard let name = words.dropFirst().first else {
      throw .usage(
        command: "aws \(service)",
        message: "an operation must follow; `help aws \(service)` lists them",
        usage: "aws \(service) <operation> [options]",
        near: []
      )
    }
    guard let operation = AwsOperation(rawValue: "\(service) \(name)") else {
      throw .unsupportedAws(
        service: service,
        operation: name.shown(),
        near: nearMisses(of: name, in: names)
      )
    }
    return operation
  }

  /// The name behind the dashes, and a value that stands behind `=`.
  private static func split(_ word: String) -> (name: String, value: String?) {
    let bare = word.dropFirst(2)
    guard let equals = bare.firstIndex(of: "=") else { return (String(bare), nil) }
    return (String(bare[..<equals]), String(bare[bare.index(after: equals)...]))
  }

  private mutating func readOptions(
    _ words: ArraySlice<String>,
    _ files: [String: String]
  ) throws(CommandError) {
    var rest = words
    while let word = rest.first {
      guard word.hasPrefix("--"), word.count > 2 else {
        throw AwsFault.usage("Unknown options: \(word.shown())", operation)
      }
      let (name, attached) = Self.split(word)
      rest = rest.dropFirst()
      let following = rest.prefix { !$0.hasPrefix("--") }
      let values = attached.map { [$0] } ?? Array(following)
      if name == "cli-input-json" {
        try takeInput(values.first, files)
      } else if let option = operation.options.first(where: { $0.name == name }) {
        try take(option, values, files)
        if attached == nil { rest = rest.dropFirst(option.wordCount(of: values)) }
        continue
      } else if let member = flag(turnedOffBy: name) {
        put(member, .boolean(false))
        continue
      } else if let taken = try globals.take(name, value: values.first, of: operation) {
        if attached == nil { rest = rest.dropFirst(taken - 1) }
        continue
      } else {
        throw unknown(name)
      }
      if attached == nil { rest = rest.dropFirst() }
    }
  }

  private func unknown(_ name: String) -> CommandError {
    let here = operation.options.filter(\.isHere).map { "--\($0.name)" }
    return AwsFault.usage(
      "Unknown options: --\(name.shown())",
      operation,
      near: nearMisses(of: "--" + name, in: here)
    )
  }

  /// The flag that `--no-…` turns off.
  private func flag(turnedOffBy name: String) -> String? {
    guard name.hasPrefix("no-") else { return nil }
    return operation.options.first { $0.shape == .flag && "no-" + $0.name == name }?.member
  }

  private mutating func take(
    _ option: AwsOption,
    _ values: [String],
    _ files: [String: String]
  ) throws(CommandError) {
    guard option.isHere else {
      throw AwsFault.notHere(
        "--\(option.name)",
        "the real CLI has this option, this café does not",
        operation
      )
    }
    if option.shape == .flag { return put(option.member, .boolean(true)) }
    guard let first = values.first else {
      throw AwsFault.usage(
        "argument --\(option.name): expected \(option.isList ? "at least one" : "one") argument",
        operation
      )
    }
    let reader = AwsValueReader(option: option, files: files)
    put(option.member, try reader.value(option.isList ? values : [first]))
  }

  /// `--cli-input-json`: arguments by the service's names; those of the line win.
  private mutating func takeInput(
    _ value: String?,
    _ files: [String: String]
  ) throws(CommandError) {
    guard let value else {
      throw AwsFault.usage("argument --cli-input-json: expected one argument", operation)
    }
    let here = operation.options.filter(\.isHere)
    let members = here.map { AwsShape.Member($0.member, $0.shape) }
    let option = AwsOption.optional("cli-input-json", "input", .structure(members))
    let input = try AwsValueReader(option: option, files: files).value([value])
    guard case .object(let given) = input else { return }
    for pair in given where !arguments.contains(where: { $0.key == pair.key }) {
      arguments.append(pair)
    }
  }

  private mutating func put(_ member: String, _ value: JSONValue) {
    arguments.removeAll { $0.key == member }
    arguments.append(.init(key: member, value: value))
  }

  private func check() throws(CommandError) {
    let missing = operation.options.filter { option in
      option.isRequired && !arguments.contains { $0.key == option.member }
    }
    guard missing.isEmpty else {
      let names = missing.map { "--\($0.name)" }.joined(separator: ", ")
      throw AwsFault.usage("the following arguments are required: \(names)", operation)
    }
  }
}

extension AwsOption {
  var isList: Bool {
    if case .list = shape { true } else { false }
  }

  /// How many of the words behind it belong to the option.
  fileprivate func wordCount(of values: [String]) -> Int {
    if isList { return values.count }
    return shape == .flag ? 0 : min(values.count, 1)
  }
}
