import Route53API

/// The file of `--require-credentials`: an access key and its secret on each line.
enum CredentialsFile {
  /// - Throws: ends the program where the file cannot be read or says something else; a secret is
  ///   never repeated.
  static func read(_ path: String) throws -> Credentials {
    let text = try Files.demandedText(path)
    var secrets: [String: String] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.split(whereSeparator: \.isWhitespace)
      if words.isEmpty || words[0].hasPrefix("#") { continue }
      guard words.count == 2 else {
        throw Output.failure(
          "\(path), line \(index + 1): write the access key, a space, its secret."
        )
      }
      secrets[String(words[0])] = String(words[1])
    }
    guard !secrets.isEmpty else {
      throw Output.failure("\(path) names no access key, so nobody could come in.")
    }
    return Credentials(secrets)
  }
}
