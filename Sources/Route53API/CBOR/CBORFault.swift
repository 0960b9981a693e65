/// Why bytes are no CBOR that this reader takes (RFC 8949).
enum CBORFault: Error, Hashable {
  case tooLong(most: Int)
  case tooDeep(most: Int)
  case tooManyItems(most: Int)
  case unfinished
  case notUTF8
  case unexpected(initialByte: UInt8)
  case trailingBytes

  var message: String {
    switch self {
    case .tooLong(let most): "it has more than \(most) bytes"
    case .tooDeep(let most): "it is nested deeper than \(most)"
    case .tooManyItems(let most): "it has more than \(most) items"
    case .unfinished: "it ends too early"
    case .notUTF8: "a text is not UTF-8"
    case .unexpected(let byte):
      "an item that begins with 0x\(String(byte, radix: 16)) is not expected"
    case .trailingBytes: "something follows its end"
    }
  }
}
