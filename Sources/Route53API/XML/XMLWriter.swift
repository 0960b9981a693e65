import CafeWorld
import Commands

/// Writes XML byte by byte into one buffer.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  /// A whole document with one root.
  static func document(
    _ root: String,
    namespace: String?,
    capacity: Int = 1_024,
    _ content: (inout XMLWriter) -> Void
  ) -> [UInt8] {
    var writer = XMLWriter()
    writer.bytes.reserveCapacity(capacity)
    writer.raw("<?xml version=\"1.0\"?>\n<")
    writer.raw(root)
    if let namespace {
      writer.raw(" xmlns=\"")
      writer.raw(namespace)
      writer.raw("\"")
    }
    writer.raw(">")
    content(&writer)
    writer.close(root)
    return writer.bytes
  }

  mutating func open(_ name: String) {
    bytes.append(UInt8(ascii: "<"))
    raw(name)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func close(_ name: String) {
    raw("</")
    raw(name)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func element(_ name: String, _ text: String) {
    open(name)
    self.text(text)
    close(name)
  }

  mutating func element(_ name: String, _ content: (inout XMLWriter) -> Void) {
    open(name)
    content(&self)
    close(name)
  }

  /// Appends bytes that need no escaping.
  mutating func raw(_ write: (inout [UInt8]) -> Void) { write(&bytes) }

  /// Bytes that need no escaping.
  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Text between tags.
  ///
  /// What XML 1.0 has no way to write becomes U+FFFD.
  mutating func text(_ text: String) {
    guard text.utf8.contains(where: Self.needsEscape) else { return raw(text) }
    for octet in text.utf8 {
      switch octet {
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "\""): raw("&quot;")
      case 0x0D: raw("&#13;")
      case 0..<0x20 where octet != 0x09 && octet != 0x0A: raw("\u{FFFD}")
      default: bytes.append(octet)
      }
    }
  }
}

// Values in the service's own names.
extension XMLWriter {
  /// The members of a structure, each an element, in their order.
  mutating func members(of value: JSONValue?, names: XMLNames, without left: String? = nil) {
    guard case .object(let members) = value else { return }
    for member in members where member.key != left { write(member, names) }
  }

  private mutating func write(_ member: JSONValue.Member, _ names: XMLNames) {
    let name = names.element(member.key)
    open(name)
    switch member.value {
    case .list(let elements):
      let item = names.item(of: member.key)
      for element in elements {
        open(item)
        content(element, names)
        close(item)
      }
    case .object(let entries) where names.isMap(member.key):
      for entry in entries {
        element("entry") {
          $0.element("key", entry.key)
          $0.element("value") { $0.content(entry.value, names) }
        }
      }
    default: content(member.value, names)
    }
    close(name)
  }

  private static func needsEscape(_ octet: UInt8) -> Bool {
    octet < 0x20 || octet == UInt8(ascii: "<") || octet == UInt8(ascii: ">")
      || octet == UInt8(ascii: "&") || octet == UInt8(ascii: "\"")
  }

  private mutating func content(_ value: JSONValue, _ names: XMLNames) {
    switch value {
    case .object: members(of: value, names: names)
    case .boolean(let flag): raw(flag ? "true" : "false")
    case .number(let digits): raw(digits)
    case .string(let text): self.text(text)
    case .time(let moment): raw(moment.iso)
    case .null: break
    case .list(let elements):
      for element in elements { content(element, names) }
    }
  }
}
