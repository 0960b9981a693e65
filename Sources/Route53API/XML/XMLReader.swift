/// Reads XML as the requests of Route 53 have it, in one pass and within limits.
///
/// It is ours because no library fits: FoundationXML is libxml2 and ICU behind a class with
/// callbacks, and XMLCoder stands on it; both read document types, which no client of Amazon's
/// sends, and a static binary would carry both whole. Of XML 1.0 this takes elements, attributes
/// (checked and dropped: only namespaces come that way), text, CDATA, comments, and references to
/// the five entities and to characters. It refuses document types and processing instructions.
struct XMLReader {
  /// A request has at most 32,000 characters of values in 1,000 records (`DG:DNSLimitations`), each
  /// of which can bring 2,000 bytes of elements.
  static let bytesMost = 4 << 20
  static let depthMost = 24
  static let elementsMost = 100_000
  static let attributesMost = 16
  static let nameMost = 128

  private let bytes: [UInt8]
  private var index = 0
  /// The elements that are open, the root first.
  private var open: [XMLElement] = []
  private var elements = 0

  /// Reads a document and gives its root.
  static func root(of bytes: [UInt8]) throws(XMLFault) -> XMLElement {
    guard bytes.count <= bytesMost else {
      throw XMLFault(reason: .tooLong(most: bytesMost), offset: bytesMost)
    }
    if let offset = doctype(in: bytes) { throw XMLFault(reason: .doctype, offset: offset) }
    var reader = XMLReader(bytes)
    return try reader.document()
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  static func isSpace(_ octet: UInt8) -> Bool {
    octet == 0x20 || octet == 0x0A || octet == 0x0D || octet == 0x09
  }

  /// Where a document type stands, in any letters: looked for before anything is read.
  private static func doctype(in bytes: [UInt8]) -> Int? {
    let mark = Array("<!doctype".utf8)
    return bytes.indices.first { start in
      bytes[start] == mark[0] && bytes[start...].prefix(mark.count).count == mark.count
        && zip(bytes[start...], mark).allSatisfy { $0.asLowercase == $1 }
    }
  }
}

// The document.
extension XMLReader {
  private mutating func document() throws(XMLFault) -> XMLElement {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    if looksAt("<?xml"), bytes.count > index + 5, Self.isSpace(bytes[index + 5]) {
      try skip(past: "?>")
    }
    try skipBetween()
    guard let root = try content() else { throw fault(.unfinished) }
    try skipBetween()
    guard index == bytes.count else { throw fault(.unexpected("the end of the document")) }
    return root
  }

  /// Space and comments outside the root.
  private mutating func skipBetween() throws(XMLFault) {
    while index < bytes.count {
      if Self.isSpace(bytes[index]) {
        index += 1
      } else if looksAt("<!--") {
        try comment()
      } else {
        return
      }
    }
  }

  /// Everything from the root's start to its end.
  private mutating func content() throws(XMLFault) -> XMLElement? {
    guard looksAt("<") else { throw fault(.unexpected("an element")) }
    repeat {
      guard index < bytes.count else { throw fault(.unfinished) }
      if let root = bytes[index] == UInt8(ascii: "<") ? try markup() : try text() { return root }
    } while true
  }

  /// A tag, a comment or a CDATA section; the root, when this was its end.
  private mutating func markup() throws(XMLFault) -> XMLElement? {
    guard index + 1 < bytes.count else { throw fault(.unfinished) }
    switch bytes[index + 1] {
    case UInt8(ascii: "/"): return try endTag()
    case UInt8(ascii: "?"): throw fault(.instruction)
    case UInt8(ascii: "!"):
      if looksAt("<!--") { try comment() } else { try section() }
      return nil
    default: return try startTag()
    }
  }

  private mutating func startTag() throws(XMLFault) -> XMLElement? {
    elements += 1
    guard elements <= Self.elementsMost else {
      throw fault(.tooManyElements(most: Self.elementsMost))
    }
    guard open.count < Self.depthMost else { throw fault(.tooDeep(most: Self.depthMost)) }
    index += 1
    open.append(XMLElement(name: local(try name())))
    try attributes()
    if looksAt("/>") {
      index += 2
      return closeLast()
    }
    try expect(">")
    return nil
  }

  private mutating func endTag() throws(XMLFault) -> XMLElement? {
    index += 2
    let start = index
    let name = local(try name())
    guard let last = open.last else { throw fault(.unexpected("an element"), at: start) }
    guard last.name == name else { throw fault(.wrongEnd(expected: last.name), at: start) }
    skipSpace()
    try expect(">")
    return closeLast()
  }

  /// Puts the last element into the one around it; the root has none and is given back.
  private mutating func closeLast() -> XMLElement? {
    let element = open.removeLast()
    guard !open.isEmpty else { return element }
    open[open.count - 1].children.append(element)
    return nil
  }
}

// The parts of it.
extension XMLReader {
  private mutating func attributes() throws(XMLFault) {
    var names: [String] = []
    while true {
      let hadSpace = skipSpace()
      guard index < bytes.count else { throw fault(.unfinished) }
      if bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/") { return }
      guard hadSpace else { throw fault(.unexpected("space")) }
      guard names.count < Self.attributesMost else {
        throw fault(.tooManyAttributes(most: Self.attributesMost))
      }
      let name = try name()
      guard !names.contains(name) else { throw fault(.twice(attribute: name)) }
      names.append(name)
      skipSpace()
      try expect("=")
      skipSpace()
      try attributeValue()
    }
  }

  private mutating func attributeValue() throws(XMLFault) {
    guard index < bytes.count else { throw fault(.unfinished) }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw fault(.unexpected("a quotation mark"))
    }
    index += 1
    var value: [UInt8] = []
    while index < bytes.count, bytes[index] != quote {
      guard bytes[index] != UInt8(ascii: "<") else { throw fault(.badCharacter) }
      try character(into: &value)
    }
    guard index < bytes.count else { throw fault(.unfinished) }
    index += 1
    _ = try string(value[...])
  }

  private mutating func text() throws(XMLFault) -> XMLElement? {
    var value: [UInt8] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
      if bytes[index] == UInt8(ascii: "]"), looksAt("]]>") {
        throw fault(.unexpected("a character reference for >"))
      }
      try character(into: &value)
    }
    try append(value[...])
    return nil
  }

  private mutating func section() throws(XMLFault) {
    guard looksAt("<![CDATA[") else { throw fault(.unexpected("an element")) }
    index += 9
    let start = index
    try skip(past: "]]>")
    let value = bytes[start..<(index - 3)]
    if let bad = value.firstIndex(where: Self.isForbidden) { throw fault(.badCharacter, at: bad) }
    try append(value)
  }

  private mutating func append(_ value: ArraySlice<UInt8>) throws(XMLFault) {
    let text = try string(value)
    guard !open.isEmpty else { throw fault(.unexpected("an element")) }
    if open[open.count - 1].text.isEmpty {
      open[open.count - 1].text = text
    } else {
      open[open.count - 1].text += text
    }
  }

  private mutating func comment() throws(XMLFault) { try skip(past: "-->", after: 4) }

  /// One byte of text, or a reference; line ends are as XML 1.0 §2.11 has them.
  private mutating func character(into value: inout [UInt8]) throws(XMLFault) {
    let octet = bytes[index]
    if octet == UInt8(ascii: "&") { return try reference(into: &value) }
    if Self.isForbidden(octet) { throw fault(.badCharacter) }
    index += 1
    guard octet == 0x0D else { return value.append(octet) }
    value.append(0x0A)
    if index < bytes.count, bytes[index] == 0x0A { index += 1 }
  }

  private mutating func reference(into value: inout [UInt8]) throws(XMLFault) {
    let start = index
    let most = min(index + 12, bytes.count)
    guard let end = bytes[index..<most].firstIndex(of: UInt8(ascii: ";")) else {
      throw fault(.unknownEntity)
    }
    let body = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    index = end + 1
    switch body {
    case "lt": value.append(UInt8(ascii: "<"))
    case "gt": value.append(UInt8(ascii: ">"))
    case "amp": value.append(UInt8(ascii: "&"))
    case "quot": value.append(UInt8(ascii: "\""))
    case "apos": value.append(UInt8(ascii: "'"))
    default:
      guard let scalar = Self.scalar(body) else { throw fault(.unknownEntity, at: start) }
      value.append(contentsOf: String(Character(scalar)).utf8)
    }
  }

  /// The character of `#65` or `#x41`, if XML 1.0 §2.2 allows it.
  private static func scalar(_ body: String) -> Unicode.Scalar? {
    guard body.hasPrefix("#") else { return nil }
    let isHex = body.hasPrefix("#x")
    let digits = body.dropFirst(isHex ? 2 : 1)
    guard let value = UInt32(digits, radix: isHex ? 16 : 10), !digits.hasPrefix("+") else {
      return nil
    }
    guard value >= 0x20 || [0x09, 0x0A, 0x0D].contains(value), value != 0xFFFE, value != 0xFFFF
    else { return nil }
    return Unicode.Scalar(value)
  }

  private mutating func name() throws(XMLFault) -> String {
    let start = index
    while index < bytes.count, Self.isOfName(bytes[index], isFirst: index == start) { index += 1 }
    guard index > start else {
      throw fault(index == bytes.count ? .unfinished : .unexpected("a name"))
    }
    guard index - start <= Self.nameMost else { throw fault(.nameTooLong(most: Self.nameMost)) }
    return try string(bytes[start..<index])
  }

  /// A name without its namespace's prefix.
  private func local(_ name: String) -> String {
    name.utf8.firstIndex(of: UInt8(ascii: ":")).map { String(name[$0...].dropFirst()) } ?? name
  }

  private static func isOfName(_ octet: UInt8, isFirst: Bool) -> Bool {
    switch octet {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...:
      true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !isFirst
    default: false
    }
  }
}

// The bytes.
extension XMLReader {
  private static func isForbidden(_ octet: UInt8) -> Bool { octet < 0x20 && !isSpace(octet) }

  private func string(_ slice: ArraySlice<UInt8>) throws(XMLFault) -> String {
    guard let text = String(validating: slice, as: UTF8.self) else { throw fault(.notUTF8) }
    return text
  }

  private func looksAt(_ mark: String) -> Bool { bytes[index...].starts(with: mark.utf8) }

  private mutating func expect(_ mark: String) throws(XMLFault) {
    guard looksAt(mark) else {
      throw fault(index >= bytes.count ? .unfinished : .unexpected(mark))
    }
    index += mark.utf8.count
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = index
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    return index > start
  }

  private mutating func skip(past mark: String, after start: Int = 0) throws(XMLFault) {
    index = min(index + start, bytes.count)
    while index < bytes.count {
      if looksAt(mark) {
        index += mark.utf8.count
        return
      }
      index += 1
    }
    throw fault(.unfinished)
  }

  private func fault(_ reason: XMLFault.Reason, at offset: Int? = nil) -> XMLFault {
    XMLFault(reason: reason, offset: offset ?? index)
  }
}
