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

  /// A list with too few or too many members, of which the first eight are shown.
  static func count(_ list: [String], _ allowed: ClosedRange<Int>, at path: String) -> String? {
    guard !allowed.contains(list.count) else { return nil }
    let shown = list.prefix(8).joined(separator: ", ") + (list.count > 8 ? ", …" : "")
    let bound =
      list.count > allowed.upperBound
      ? "less than or equal to \(allowed.upperBound)"
      : "greater than or equal to \(allowed.lowerBound)"
    return "Value '[\(shown)]' at '\(path)' failed to satisfy constraint: Member must have "
      + "length \(bound)"
  }

  /// A value of another form (`CP:cidrcollection-locationname-wildcard`, without where it stood).
  static func pattern(_ value: String, _ pattern: String, type: String) -> String {
    "Invalid XML ; cvc-pattern-valid: Value '\(value)' is not facet-valid with respect to pattern "
      + "'\(pattern)' for type '\(type)'."
  }

  /// A number beyond its bounds (`CP:geoproximity-bias-range`, without where it stood).
  static func bound(_ value: Int, _ allowed: ClosedRange<Int>, type: String) -> String {
    let (facet, bound): (String, Int) =
      value > allowed.upperBound
      ? ("maxInclusive", allowed.upperBound) : ("minInclusive", allowed.lowerBound)
    return "Invalid XML ; cvc-\(facet)-valid: Value '\(value)' is not facet-valid with respect to "
      + "\(facet) '\(bound)' for type '\(type)'."
  }

  /// An id that is no UUID (`CP:cidr-collection-id-format`).
  static func uuid(_ value: String, at path: String) -> String? {
    let lengths = value.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count)
    let isHexadecimal = value.utf8.allSatisfy { octet in
      (48...57).contains(octet) || (97...102).contains(octet) || octet == UInt8(ascii: "-")
    }
    guard lengths != [8, 4, 4, 4, 12] || !isHexadecimal else { return nil }
    return "Value '\(value)' at '\(path)' failed to satisfy constraint: Member must satisfy "
      + "regular expression pattern: [0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
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
