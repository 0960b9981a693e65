import CafeWorld

/// Identifiers that the CLI shows and that the world has no use for, made from those that it has.
enum AwsIdentifier {
  /// Such as `eipassoc-0` and sixteen hexadecimal digits.
  static func hex(_ prefix: String, of text: String) -> String {
    prefix + "0" + digits(of: text)
  }

  /// In the form of a UUID.
  static func uuid(of text: String) -> String {
    let all = Array(digits(of: text) + digits(of: text + "/"))
    let parts = [all[0..<8], all[8..<12], all[12..<16], all[16..<20], all[20..<32]]
    return parts.map { String($0) }.joined(separator: "-")
  }

  /// FNV-1a over the text, then mixed: the same in every process.
  private static func digits(of text: String) -> String {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for octet in text.utf8 { state = (state ^ UInt64(octet)) &* 0x0000_0100_0000_01b3 }
    state = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    state ^= state >> 27
    let hex = String(state, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}

extension ElasticAddress {
  /// The id of the association with an instance, if there is one.
  var associationID: String? {
    instance.map { AwsIdentifier.hex("eipassoc-", of: allocationID + $0.text) }
  }
}
