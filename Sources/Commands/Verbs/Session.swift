import ArgumentParser

/// Verbs that concern the session itself, and the AWS CLI.
enum Session {
  static let verbs: [VerbEntry] = [
    VerbEntry(.other, CallAws.self, "the same by the AWS CLI's spelling"),
    VerbEntry(.other, Help.self, "this page, or more about a verb"),
    VerbEntry(.other, QuestionMark.self, "this page, or more about a verb"),
    VerbEntry(.other, SetOption.self, settings), VerbEntry(.other, Live.self, settings),
    VerbEntry(.other, Stage.self, settings), VerbEntry(.other, Export.self, leave),
    VerbEntry(.other, Quit.self, leave),
    VerbEntry(.other, Exit.self, ""),
  ]

  private static let leave = "write your work to a file; leave, it is kept"
  private static let settings = "settings; open the café to your tools, to a projector"

  struct CallAws: RawVerb {
    static let configuration = CommandConfiguration(
      "aws",
      "Does the same by the spelling of the AWS CLI, and prints its JSON.",
      "Services here are \(AwsOperation.services.joined(separator: ", ")).",
      example: "aws route53 list-health-checks"
    )

    @Argument(
      parsing: .captureForPassthrough,
      help: .init("The rest of the line.", valueName: "command")
    )
    var command: [String]

    static func request(
      _ rest: String,
      in context: ParseContext
    ) throws(CommandError) -> Request {
      try Aws.parse(rest, in: context)
    }
  }

  struct Help: WordVerb {
    static let configuration = CommandConfiguration(
      "help",
      "Explains the verbs, or one of them.",
      example: "help create record"
    )

    @Argument(help: .init("A verb.", valueName: "verb"), completion: .list(["@verb"]))
    var words: [String] = []

    func request(in context: ParseContext) throws(CommandError) -> Request { try help(words) }
  }

  struct QuestionMark: WordVerb {
    static let configuration = CommandConfiguration("?", "The same as `help`.", example: "?")

    @Argument(help: .init("A verb.", valueName: "verb"), completion: .list(["@verb"]))
    var words: [String] = []

    func request(in context: ParseContext) throws(CommandError) -> Request { try help(words) }
  }

  struct SetOption: WordVerb {
    static let configuration = CommandConfiguration(
      "set",
      "Changes a setting of this session; without a name, shows them.",
      "`set teach on` prints the AWS CLI's spelling of each command.",
      example: "set teach on"
    )

    @Argument(help: "Its name.", completion: .list(["~teach"])) var name: String?
    @Argument(help: "What it shall be.", completion: .list(["~on", "~off"])) var value: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .session(.set(key: name, value: value))
    }
  }

  struct Live: WordVerb {
    static let configuration = CommandConfiguration(
      "live",
      "Runs the café by the wall clock, and opens it to your own tools.",
      "The AWS CLI, boto3, Terraform, dig, curl and a browser find it on this machine, until "
        + "`live off`. Without a word it says where.",
      example: "live on"
    )

    @Argument(help: "on or off.", completion: .list(["~on", "~off"])) var word: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .session(.live(try isOn("live", word)))
    }
  }

  struct Stage: WordVerb {
    static let configuration = CommandConfiguration(
      "stage",
      "Shows the café on a page for a projector, as it goes.",
      "Users, Route 53, the health checks and their checkers, the servers and the mail, on this "
        + "machine, until `stage off`. Without a word it says where.",
      example: "stage on"
    )

    @Argument(help: "on or off.", completion: .list(["~on", "~off"])) var word: String?
    @Argument(help: "Behind `on`: its port; 0 takes one that is free.") var port: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let wanted = try isOn("stage", word)
      guard let port else { return .session(.stage(wanted, port: nil)) }
      guard wanted == true else {
        throw .badValue(option: "PORT", value: port, allowed: "nothing behind `off`", near: [])
      }
      guard let number = Int(port), (0...65_535).contains(number) else {
        throw .badValue(option: "PORT", value: port, allowed: "a number from 0 to 65535", near: [])
      }
      return .session(.stage(true, port: number))
    }
  }

  struct Export: WordVerb {
    static let configuration = CommandConfiguration(
      "export",
      "Writes your work to a file.",
      example: "export my-work.cafe"
    )

    @Argument(help: "The file.", completion: .file()) var file: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard !file.isEmpty else {
        throw .badValue(option: "FILE", value: file, allowed: "a file's name", near: [])
      }
      return .session(.export(path: file))
    }
  }

  struct Quit: WordVerb {
    static let configuration = CommandConfiguration(
      "quit",
      "Leaves; your work is kept, and you go on where you were.",
      example: "quit"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .session(.quit) }
  }

  struct Exit: WordVerb {
    static let configuration = CommandConfiguration(
      "exit",
      "The same as `quit`.",
      example: "exit"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .session(.quit) }
  }

  /// Whether a word is on or off; nil: there is none.
  private static func isOn(_ verb: String, _ word: String?) throws(CommandError) -> Bool? {
    switch word {
    case nil: return nil
    case "on": return true
    case "off": return false
    case let word?: throw .badValue(option: verb, value: word, allowed: "on or off", near: [])
    }
  }

  /// Help on what there is help on; else on the verb with which the words begin.
  private static func help(_ words: [String]) throws(CommandError) -> Request {
    if HelpTopic(words) != nil { return .session(.help(words)) }
    return .session(.help(try VerbSearch.find(words).entry.words))
  }
}
