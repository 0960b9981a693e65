/// One way to go on.
public struct Candidate: Equatable, Sendable {
  /// What replaces the word.
  public let text: String

  /// What the list says about it.
  public let note: String?

  public init(_ text: String, note: String? = nil) {
    self.text = text
    self.note = note
  }
}

/// What could stand in a place of the line.
public struct Completion: Equatable, Sendable {
  /// The word that a candidate replaces, as UTF-8 offsets in the line.
  public let replacing: Range<Int>

  /// In the order of the list.
  public let candidates: [Candidate]

  public init(replacing: Range<Int>, candidates: [Candidate]) {
    self.replacing = replacing
    self.candidates = candidates
  }

  /// Nothing fits.
  public static let none = Completion(replacing: 0..<0, candidates: [])
}

extension Completion {
  /// What TAB does.
  enum Step: Equatable {
    /// Moves the cursor by characters, deletes so many before it, then inserts.
    case replace(move: Int, deleting: Int, with: String)
    case list
    case nothing
  }

  /// Goes as far as all candidates agree, and lists them when that is no further than the word.
  ///
  /// A candidate that is alone is finished with a space, unless it ends as one that goes on.
  func step(line: String, cursor: Int) -> Step {
    guard let first = candidates.first, let range = indices(in: line) else { return .nothing }
    let word = String(line[range])
    var text = first.text
    if candidates.count == 1 {
      let isFinished = !line[range.upperBound...].hasPrefix(" ")
      if isFinished, let last = text.last, !" /=:,@".contains(last) { text.append(" ") }
    } else {
      for candidate in candidates.dropFirst() {
        text = String(zip(text, candidate.text).prefix { $0 == $1 }.map(\.0))
      }
      if text == word || !text.hasPrefix(word) { return .list }
    }
    guard text != word, text == text.printable else { return .nothing }
    let place = line.utf8.index(line.startIndex, offsetBy: cursor)
    let scalars = line.unicodeScalars
    return .replace(
      move: scalars.distance(from: place, to: range.upperBound),
      deleting: scalars.distance(from: range.lowerBound, to: range.upperBound),
      with: text
    )
  }

  private func indices(in line: String) -> Range<String.Index>? {
    guard replacing.lowerBound >= 0, replacing.upperBound <= line.utf8.count else { return nil }
    let start = line.utf8.index(line.startIndex, offsetBy: replacing.lowerBound)
    let end = line.utf8.index(line.startIndex, offsetBy: replacing.upperBound)
    guard let start = start.samePosition(in: line.unicodeScalars),
      let end = end.samePosition(in: line.unicodeScalars)
    else { return nil }
    return start..<end
  }
}
