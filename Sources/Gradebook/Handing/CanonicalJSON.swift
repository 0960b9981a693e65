import FoundationEssentials

/// Values as JSON whose bytes are the same everywhere: with sorted keys and nothing between them.
enum CanonicalJSON {
  static func bytes(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(value) else {
      preconditionFailure("strings, integers and bytes always have a form in JSON")
    }
    return [UInt8](json)
  }

  /// The same as one line of a file.
  static func line(_ value: some Encodable) -> [UInt8] { bytes(value) + [UInt8(ascii: "\n")] }
}
