/// The statuses of HTTP in words (RFC 9110 §15).
enum HTTPStatus {
  static func phrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 201: "Created"
    case 204: "No Content"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 304: "Not Modified"
    case 307: "Temporary Redirect"
    case 308: "Permanent Redirect"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 408: "Request Timeout"
    case 410: "Gone"
    case 429: "Too Many Requests"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    default: "Status \(status)"
    }
  }

  /// What a visitor should make of a status.
  static func meaning(_ status: Int, path: String) -> String {
    switch status {
    case 404: "There is no page at \(path) on this server. The café is at /cafe/."
    case 300..<400: "The server sends its visitors elsewhere, and does not say where."
    case 400..<500: "The server does not accept this request."
    case 500..<600: "The server is there, but something behind it is broken."
    default: "The server answered without a page."
    }
  }
}
