/// The texts with which the service's front refuses what its model does not allow.
enum ConstraintText {
  /// Violations of ranges and lengths, all in one text (`CP:weight-range`).
  static func violations(_ list: [String]) -> String {
    let noun = list.count == 1 ? "error" : "errors"
    return "\(list.count) validation \(noun) detected: \(list.joined(separator: "; "))"
  }

  static func range(_ value: Int, _ allowed: ClosedRange<Int>, at path: String) -> String? {
    guard !allowed.contains(value) else { return nil }
    let bound =
      value > allowed.upperBound
      ? "less than or equal to \(allowed.upperBound)"
      : "greater than or equal to \(allowed.lowerBound)"
    return "Value '\(value)' at '\(path)' failed to satisfy constraint: "
      + "Member must have value \(bound)"
  }

  static func length(_ value: String, _ allowed: ClosedRange<Int>, at path: String) -> String? {
    let length = value.unicodeScalars.count
    guard !allowed.contains(length) else { return nil }
    let bound =
      length > allowed.upperBound
      ? "less than or equal to \(allowed.upperBound)"
      : "greater than or equal to \(allowed.lowerBound)"
    return "Value '\(value)' at '\(path)' failed to satisfy constraint: "
      + "Member must have length \(bound)"
  }

  /// A value outside an enumeration, in the form that does not depend on where it stood in the
  /// XML (`CP:healthcheck-requestinterval-discrete` has the longer one).
  static func enumeration(_ value: String, _ allowed: [String]) -> String {
    "Invalid XML ; cvc-enumeration-valid: Value '\(value)' is not facet-valid with respect to "
      + "enumeration '[\(allowed.joined(separator: ", "))]'. "
      + "It must be a value from the enumeration."
  }

  /// An element without the children that it needs (`GH:libdns/route53#284`).
  static func incomplete(_ element: String, expected: String) -> String {
    "Invalid XML ; cvc-complex-type.2.4.b: The content of element '\(element)' is not complete. "
      + "One of '{\"https://route53.amazonaws.com/doc/2013-04-01/\":\(expected)}' is expected."
  }
}
