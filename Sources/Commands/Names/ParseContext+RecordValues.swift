import CafeWorld
import DNS
import Route53

extension ParseContext {
  /// Values as the service wants them: instances as their addresses, text in quotation marks, and
  /// the fields of a value, typed as words of their own, as one value.
  func recordValues(_ words: [String], type: String) throws(CommandError) -> [String] {
    switch RecordType(rawValue: type.uppercased()) {
    case .a, .aaaa:
      var values: [String] = []
      for word in words { values.append(try recordAddress(word)) }
      return values
    case .txt, .spf: return words.map(\.asCharacterString)
    case .cname, .ns, .ptr:
      try refuseTerminated(words, type: type.uppercased())
      return words
    case nil: return words
    case .soa: return words.count > 1 ? [words.joined(separator: " ")] : words
    case .mx: return words.joined(fields: 2)
    case .sshfp: return words.joined(fields: 3)
    case .ds, .srv, .tlsa: return words.joined(fields: 4)
    case .caa: return words.joined(fields: 3, quoted: [2])
    case .naptr: return words.joined(fields: 6, quoted: [2, 3, 4])
    case .https, .svcb: return words.joined(fields: nil)
    }
  }

  /// A name that leads to another name takes any, but an instance that is gone for good is meant by
  /// nobody, as little as where an address is wanted.
  private func refuseTerminated(_ words: [String], type: String) throws(CommandError) {
    for instance in words.compactMap({ world.instance($0) }) {
      switch instance.state {
      case .shuttingDown, .terminated:
        throw .misuse(
          "\(instance.name) was terminated: it is gone for good, and no \(type) record leads to "
            + "it. Give a record of type A the address of another instance (`list instances` "
            + "shows them), or `undo` what ended this one."
        )
      case .pending, .running, .stopping, .stopped: continue
      }
    }
  }
}

extension String {
  /// The text between quotation marks, unless it has them already.
  fileprivate var asCharacterString: String {
    guard !hasPrefix("\"") else { return self }
    let escaped = map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
  }

  fileprivate var isNumber: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }
}

extension [String] {
  /// Values of several fields, each of which begins with a number: `10 mail.cafe.example` typed as
  /// two words is one value.
  ///
  /// Without a count a value goes on until the next number. A word with a blank is a whole value.
  fileprivate func joined(fields count: Int?, quoted places: [Int] = []) -> [String] {
    var values: [String] = []
    var rest = self[...]
    while let word = rest.popFirst() {
      guard word.isNumber else {
        values.append(word)
        continue
      }
      var fields = [word]
      while let next = rest.first, !next.contains(" "),
        count.map({ fields.count < $0 }) ?? !next.isNumber
      {
        fields.append(places.contains(fields.count) ? next.asCharacterString : next)
        rest.removeFirst()
      }
      values.append(fields.joined(separator: " "))
    }
    return values
  }
}
