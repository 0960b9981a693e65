/// What there is help about.
enum HelpTopic {
  case overview
  case verb(VerbEntry)
  /// All verbs that begin with a word.
  case family(String)
  /// A service of the AWS CLI.
  case service(String)
  case operation(AwsOperation)

  /// Nil if there is nothing of that name.
  init?(_ words: [String]) {
    if words.isEmpty {
      self = .overview
    } else if let entry = VerbTable.entry(words) {
      self = .verb(entry)
    } else if words.count == 1, !VerbTable.secondWords(of: words[0]).isEmpty {
      self = .family(words[0])
    } else if words.count == 2, words[0] == "aws", AwsOperation.services.contains(words[1]) {
      self = .service(words[1])
    } else if words.count == 3, words[0] == "aws",
      let operation = AwsOperation(rawValue: "\(words[1]) \(words[2])")
    {
      self = .operation(operation)
    } else {
      return nil
    }
  }
}
