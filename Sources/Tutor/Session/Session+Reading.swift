import Commands
import Lab

/// Whether a line at a question is a response to it.
extension Session {
  /// What a line at a question is taken for.
  enum Reading {
    case command
    /// Nearly a command, and no answer that the judge knows: malformed, so it costs nothing.
    case slip(CommandError)
    case response
  }

  func reading(_ line: String, at asking: Asking) -> Reading {
    if isAboutQuestions(line) { return .command }
    do {
      _ = try parse(line, in: context)
      return .command
    } catch .needsFile {
      return .command
    } catch {
      // An answer in words may begin as a verb does; a number never.
      if asking.wantsNumber, error.knowsTheVerb { return .command }
      return isSlip(line, error, at: asking) ? .slip(error) : .response
    }
  }

  private func isSlip(_ line: String, _ error: CommandError, at asking: Asking) -> Bool {
    let mended = error.mended(line)
    if !mended.isEmpty {
      return mended.contains { line in
        if case .response = reading(line, at: asking) { false } else { true }
      }
    }
    guard !finds(line, at: asking) else { return false }
    if error.isNearlyAName || asksForHelp(line) { return true }
    guard case .unknownVerb(let word, let near) = error, word.count > 2,
      near.contains(where: { asking.wantsNumber || editDistance(word, $0, atMost: 1) != nil })
    else { return false }
    return asking.wantsNumber || isCommand(line, butFor: near)
  }

  /// Whether a line is `help` with a word or two: nobody answers so.
  private func asksForHelp(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let verb = words.first, (2...3).contains(words.count) else { return false }
    return verb == "help" || verb == "?"
  }

  /// Whether a line is `answer` without a response, or `quiz` with a question's name: no answer.
  private func isAboutQuestions(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    if words == ["answer"] { return true }
    guard words.count == 2, words[0] == "quiz" else { return false }
    return lesson?.steps.contains { $0[quiz: words[1]] != nil } ?? false
  }

  /// Whether a line would be a command if its verb were one of these: people do not write options
  /// in an answer, and what they write seldom makes sense behind a verb.
  private func isCommand(_ line: String, butFor verbs: [String]) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    if words.count == 1 || words.contains(where: { $0.hasPrefix("--") }) { return true }
    return verbs.contains { verb in
      let rest = words.dropFirst(verb.split(separator: " ").count)
      return isCommand(([verb] + rest.map(String.init)).joined(separator: " "))
    }
  }

  private func isCommand(_ line: String) -> Bool {
    do {
      _ = try parse(line, in: context)
      return true
    } catch .needsFile {
      return true
    } catch { return false }
  }

  /// Whether the judge finds something in a response: right, or a wrong idea that is known.
  ///
  /// A number behind a word that is nearly a verb belongs to that verb: `wiat 30s`.
  private func finds(_ line: String, at asking: Asking) -> Bool {
    guard !asking.wantsNumber, case .quiz(let quiz) = asking else { return false }
    switch quiz.judge(line, Evaluator(Situation(attempt))) {
    case .right, .wrong: return true
    case .unforeseen(let doubt): return doubt != .noIdea
    case .invalid: return false
    // Nobody can tell here, and a response has its price.
    case .unjudged: return false
    }
  }
}

extension CommandError {
  /// Whether the line began as a command does, and went wrong later.
  fileprivate var knowsTheVerb: Bool {
    switch self {
    case .unknownVerb, .tooLong, .controlCharacter, .openQuote, .danglingBackslash: false
    default: true
    }
  }

  /// Whether a name or value is wrong by a little, so that all before it made sense.
  fileprivate var isNearlyAName: Bool {
    switch self {
    case .unknownName(_, _, let near), .unknownThing(_, _, let near, _),
      .badValue(_, _, _, let near):
      !near.isEmpty
    default: false
    }
  }

  /// The line as it may have been meant, where a quote or a backslash keeps it from being one:
  /// without that character, and with the quote closed at the end if it begins a word.
  fileprivate func mended(_ line: String) -> [String] {
    let wrong: Character
    switch self {
    case .openQuote(_, let quote): wrong = quote
    case .danglingBackslash: wrong = "\\"
    default: return []
    }
    guard let place = line.lastIndex(of: wrong) else { return [] }
    let (head, tail) = (line[..<place], line[line.index(after: place)...])
    let beginsWord = wrong != "\\" && head.last?.isWhitespace ?? false
    return [String(head + tail)] + (beginsWord ? [line + String(wrong)] : [])
  }
}
