import DNS

extension RecordDataError {
  /// Route 53's text for a value that it refuses; the quotation mark after the colon is there
  /// since about 2021 (`GH:gomodules/dns#7`, `GH:aws/aws-cdk#14800`).
  func text(type: RecordType, value: String) -> String {
    if case .notNumber(_, _, .priority) = self, type == .https || type == .svcb {
      // Quoted by `CP:https-svcpriority-range`.
      return "Unsupported SvcPriority value."
    }
    return "Invalid Resource Record: '\(problem(type: type, value: value))'"
  }

  private func problem(type: RecordType, value: String) -> String {
    if case .name(let error, let name) = self { return error.fatalProblem(in: name) }
    let known = known(type, value) ?? Decisions.valueProblem(self, type, value)
    return "\(known.level) problem: \(known.code) (\(known.text)) encountered with "
      + "'\(known.encountered)'"
  }

  /// What Amazon's answers are quoted to say.
  private func known(_ type: RecordType, _ value: String) -> ValueProblem? {
    switch self {
    case .notOneField:
      ValueProblem("\(type.rawValue)RRDATANotSingleField", "Value contains spaces", value)
    case .notIPv4:
      ValueProblem("ARRDATAIllegalIPv4Address", "Value is not a valid IPv4 address", value)
    case .notIPv6:
      ValueProblem("AAAARRDATAIllegalIPv6Address", "Value is not a valid IPv6 address", value)
    case .notQuoted:
      ValueProblem(
        "InvalidCharacterString",
        "Value should be enclosed in quotation marks",
        value
      )
    case .stringTooLong: ValueProblem("CharacterStringTooLong", "Value is too long", value)
    case .unsupportedCharacter(let character):
      ValueProblem(
        "UnsupportedCharacter",
        "Value contains unsupported characters",
        String(character)
      )
    case .fieldCount, .fieldNotQuoted: wrongFields(type, value)
    case .notNumber, .unassigned, .notHexadecimal: wrongNumber(type, value)
    case .unknownTag, .twoRewrites, .unknownKey, .keyWithoutValue, .noProtocol:
      wrongMeaning(value)
    case .empty, .keyTwice, .keyWithValue, .aliasWithParameters, .name: nil
    }
  }

  /// `CP:ds-field-count`, `CP:https-field-format`, `CP:naptr-field-count`, `CP:naptr-flags-quotes`,
  /// `CP:soa-field-count`, `CP:srv-field-count`, `CP:sshfp-field-count`, `CP:tlsa-field-count`.
  private func wrongFields(_ type: RecordType, _ value: String) -> ValueProblem? {
    switch type {
    case .ds:
      ValueProblem(
        "DSRRDATAInvalidValue",
        "Invalid value for field \"RData\"",
        "Wrong format or it doesn't contain all fields."
      )
    case .https, .svcb:
      ValueProblem(
        "SVCBIncorrectNumberOfFields",
        "Incorrect number of fields, needs <svc priority>, <target name>. Optional fields "
          + "include <svc param>",
        value
      )
    case .naptr: ValueProblem("NAPTRRRDATANotValid", "Invalid NAPTR record", value)
    case .soa: ValueProblem("SOARRDATANotSevenFields", "SOA record doesn't have 7 fields", value)
    case .srv: ValueProblem("SRVRRDATANotFourFields", "SRV record doesn't have 4 fields", value)
    case .sshfp:
      ValueProblem(
        "SSHFPMissingFields",
        "Missing fields, needs: algorithm, fingerprint type, fingerprint",
        value
      )
    case .tlsa:
      ValueProblem(
        "TLSAMissingFields",
        "Missing fields, needs: certificate usage, selector, matching type, certificate "
          + "association data",
        value
      )
    case .a, .aaaa, .caa, .cname, .mx, .ns, .ptr, .spf, .txt: nil
    }
  }

  /// `CP:naptr-order-range`, `CP:sshfp-hash-type-enum`, `CP:sshfp-fingerprint-hex`,
  /// `CP:tlsa-certificate-usage-enum`, `CP:tlsa-selector-enum`, `CP:tlsa-matching-type-enum`.
  private func wrongNumber(_ type: RecordType, _ value: String) -> ValueProblem? {
    switch self {
    case .notNumber(_, _, .order) where type == .naptr:
      ValueProblem(
        "NAPTRRRDATAOrderOutOfBounds",
        "NAPTR record order value is out of bounds",
        value
      )
    case .unassigned(let number, .fingerprintType):
      invalid("SSHFP", .fingerprintType, "Fingerprint Type value not supported: \(number)")
    case .notHexadecimal(let text, .fingerprint):
      invalid("SSHFP", .fingerprint, "Invalid fingerprint hexstring value: \(text)")
    case .unassigned(let number, .certificateUsage):
      invalid("TLSA", .certificateUsage, "Certificate Usage value not supported: \(number)")
    case .unassigned(let number, .selector):
      invalid("TLSA", .selector, "Selector value not supported: \(number)")
    case .unassigned(let number, .matchingType):
      invalid("TLSA", .matchingType, "Matching Type not supported: \(number)")
    default: nil
    }
  }

  private func invalid(
    _ type: String,
    _ field: RecordField,
    _ encountered: String
  ) -> ValueProblem {
    ValueProblem(
      "\(type)InvalidValue",
      "Invalid value for field \"\(field.rawValue)\"",
      encountered
    )
  }

  /// `CP:caa-tag-enum`, `CP:naptr-regexp-replacement-exclusive`, `CP:svcparams-key-enum`,
  /// `CP:svcparams-key-value-format`, `CP:svcparams-no-default-alpn-requires-alpn`.
  private func wrongMeaning(_ value: String) -> ValueProblem? {
    switch self {
    case .unknownTag:
      ValueProblem(
        "CAARRDATAInvalidTag",
        "Invalid tag",
        "Only issue/issuewild/iodef is allowed for non critical flags."
      )
    case .twoRewrites:
      ValueProblem(
        "NAPTRRRDATARegexpAndReplacementError",
        "NAPTR record can have only one field in regexp and replacement",
        value,
        level: "WARNING"
      )
    case .unknownKey(let key):
      ValueProblem.parameter("SVCParam Key presentation name has invalid value: \(key)")
    case .keyWithoutValue(let key):
      ValueProblem.parameter("SVCParam Key \(key) must have non-empty value: ")
    case .noProtocol:
      ValueProblem(
        "SVCBInconsistentParams",
        "Inconsistent SVC Params for SVCParam Key \"no-default-alpn\"",
        "When no-default-alpn is specified in an RR, alpn must also be specified"
      )
    default: nil
    }
  }
}

/// What is wrong with a value, in the form of Route 53's texts.
struct ValueProblem {
  let code: String
  let text: String
  let encountered: String
  let level: String

  init(_ code: String, _ text: String, _ encountered: String, level: String = "FATAL") {
    self.code = code
    self.text = text
    self.encountered = encountered
    self.level = level
  }

  /// A parameter of a service binding.
  static func parameter(_ encountered: String) -> ValueProblem {
    ValueProblem(
      "SVCBInvalidFieldValue",
      "Invalid value for field \"SVC Params\"",
      encountered
    )
  }
}
