import ArgumentParser

/// The line up to the cursor, and what may stand in place of its last word.
struct Completion {
  typealias Candidate = Completions.Candidate

  private let head: String
  private let context: ParseContext
  /// The words before the one at the cursor.
  private let words: [String]
  /// The word at the cursor as far as it is typed; empty behind a blank.
  private let typed: Word
  private let isComment: Bool

  init(_ head: String, _ context: ParseContext) {
    self.head = head
    self.context = context
    let cut = Words(head)
    let end = head.utf8.count
    isComment = cut.endsInComment
    if let last = cut.words.last, last.end == end {
      typed = last
      words = cut.words.dropLast().map(\.text)
    } else {
      typed = Word(text: "", start: end, end: end)
      words = cut.words.map(\.text)
    }
  }

  var completions: Completions {
    guard !isComment else { return Completions(typed.start..<typed.end, []) }
    if let raw { return raw }
    return Completions(typed.start..<typed.end, fitting(candidates))
  }

  private var candidates: [Candidate] {
    guard let first = words.first else { return Self.verbs }
    var candidates: [Candidate] = []
    if words.count == 1 {
      candidates = VerbTable.entries.filter { $0.words.count == 2 && $0.words[0] == first }
        .map { Candidate($0.words[1], note: $0.type.configuration.abstract) }
    }
    guard let (entry, count) = try? VerbSearch.find(words) else { return candidates }
    let place = ArgumentPlace(
      type: entry.type,
      words: Array(words.dropFirst(count)),
      typed: typed.text
    )
    return candidates + place.candidates(in: context)
  }

  /// Those that begin with what is typed, in any case of letters, each once and quoted.
  private func fitting(_ candidates: [Candidate]) -> [Candidate] {
    let start = typed.text.lowercased()
    var known: Set<String> = []
    return candidates.compactMap { candidate in
      guard candidate.text.lowercased().hasPrefix(start), known.insert(candidate.text).inserted
      else { return nil }
      return Candidate(quoted(candidate.text), note: candidate.note)
    }
  }

  private static let verbs: [Candidate] = VerbTable.firstWords.map { word in
    let entries = VerbTable.entries.filter { $0.words[0] == word }
    let single = entries.first { $0.words.count == 1 }
    let only = single ?? (entries.count == 1 ? entries[0] : nil)
    return Candidate(word, note: only?.type.configuration.abstract ?? entries[0].summary)
  }
}

extension Completion {
  /// Behind a verb that takes the rest of the line; nil elsewhere.
  private var raw: Completions? {
    guard !words.isEmpty, let (entry, count) = try? VerbSearch.find(words),
      entry.type is any RawVerb.Type
    else { return nil }
    let cut = Words(head)
    let start = head.utf8.dropFirst(cut.words[count - 1].end).prefix(while: \.isBlank).endIndex
    let offset = head.utf8.distance(from: head.startIndex, to: start)
    let rest = String(decoding: head.utf8.dropFirst(offset), as: UTF8.self)
    switch entry.type {
    case is Travel.WhatIf.Type:
      let inner = complete(rest, cursor: rest.utf8.count, in: context)
      let range = inner.range.lowerBound + offset..<inner.range.upperBound + offset
      return Completions(range, inner.candidates)
    case is Session.CallAws.Type:
      let found = Aws.complete(rest, in: context)
      return Completions(typed.start..<typed.end, fitting(found))
    default:
      guard rest.isEmpty || words.count == count else {
        return Completions(typed.start..<typed.end, fitting(optionValues(behind: count)))
      }
      let place = ArgumentPlace(type: entry.type, words: [], typed: typed.text)
      return Completions(typed.start..<typed.end, fitting(place.candidates(in: context)))
    }
  }

  /// Of a raw verb's own option only the value is completed; the rest is the learner's.
  private func optionValues(behind count: Int) -> [Candidate] {
    guard words.count == count + 1, words[count] == Time.RunUntil.option else { return [] }
    let place = ArgumentPlace(
      type: Time.RunUntil.self,
      words: [words[count]],
      typed: typed.text
    )
    return place.candidates(in: context)
  }
}
