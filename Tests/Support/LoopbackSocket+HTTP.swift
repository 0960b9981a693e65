/// A response as it came over a socket.
public struct HTTPPage: Sendable {
  public let status: Int
  /// By name in lower case.
  public let headers: [String: String]
  public let body: String
}

extension LoopbackSocket {
  /// A request as a browser or `curl` sends it, and its response; nil: the connection ended, or
  /// nothing came in time.
  public func ask(
    _ method: String = "GET",
    _ path: String = "/",
    host: String = "127.0.0.1",
    headers: [String] = [],
    body: String? = nil
  ) -> HTTPPage? {
    let length = body.map { ["Content-Length: \($0.utf8.count)"] } ?? []
    let lines = ["\(method) \(path) HTTP/1.1", "Host: \(host)"] + headers + length
    send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")).utf8))
    return receivePage(hasBody: method != "HEAD")
  }

  /// The next response of a stream, by its `Content-Length`.
  public func receivePage(hasBody: Bool = true) -> HTTPPage? {
    var head: [UInt8] = []
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      guard let octet = receive(count: 1) else { return nil }
      head += octet
    }
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = String(parts.last?.drop { $0 == " " } ?? "")
    }
    let count = hasBody ? headers["content-length"].flatMap { Int($0) } ?? 0 : 0
    guard let body = receive(count: count) else { return nil }
    return HTTPPage(status: status, headers: headers, body: String(decoding: body, as: UTF8.self))
  }
}
