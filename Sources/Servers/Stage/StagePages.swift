/// The files of the stage's page, as they are sent.
struct StagePages: Sendable {
  /// Where the frames come from.
  static let events = "/events"

  /// Each path with its file and what that is.
  private static let files = [
    ("/", "stage/index.html", SitePages.html),
    ("/stage.css", "stage/stage.css", "text/css; charset=utf-8"),
    ("/stage.js", "stage/stage.js", "text/javascript; charset=utf-8"),
  ]

  private let answers: [(path: String, answer: HTTPAnswer)]

  /// - Throws: the file that is missing.
  init(_ asset: (String) -> String?) throws(StageServer.Incomplete) {
    var answers: [(String, HTTPAnswer)] = []
    for (path, file, type) in Self.files {
      guard let text = asset(file) else { throw StageServer.Incomplete(path: file) }
      let headers = [("Content-Type", type)] + Self.headers
      answers.append((path, HTTPAnswer(status: 200, headers: headers, body: Array(text.utf8))))
    }
    self.answers = answers
  }

  subscript(path: String) -> HTTPAnswer? { answers.first { $0.path == path }?.answer }

  /// Nothing comes from anywhere else, and nobody else shows it or reads it.
  private static let headers = [
    ("Cache-Control", "no-store"),
    (
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        + "img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    ),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
  ]
}
