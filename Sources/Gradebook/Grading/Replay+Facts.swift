import Commands
import Crypto
import Lab

/// From where on something is a fact for a person.
private enum Threshold {
  /// Clocks are put right by a second or two.
  static let clock: Int64 = 2_000
  static let gap: Int64 = 15 * 60_000
  /// Faster than anybody types.
  static let charactersPerMinute = 1_200
  /// A shorter line says nothing about speed.
  static let characters = 20
  /// Facts of one kind; the first of them tell enough.
  static let most = 20
  /// Lines of a sitting that are read again.
  static let samples = 2
  /// Fewer commands are alike by chance.
  static let commands = 12
}

extension Replay {
  /// What a person may want to look at, in the order of the rows for each kind.
  ///
  /// `items`: what this replay came to.
  func facts(_ items: [ItemGrade]) -> [Fact] {
    let clock = clockFacts()
    var facts = clock
    if let row = fastest() { facts.append(row) }
    if late > 0 { facts.append(.afterTheLimit(rows: late)) }
    facts += typedOtherwise().map { Fact.typedOtherwise(row: $0) }
    let noted = (notedOtherwise + overstated(items)).sorted().prefix(Threshold.most)
    facts += noted.map { Fact.notedOtherwise(row: $0) }
    return facts
  }

  private func clockFacts() -> [Fact] {
    var back: [Fact] = []
    var gaps: [Fact] = []
    for row in journal.indices.dropFirst() {
      let (time, overflow) = journal[row].wallTime.subtractingReportingOverflow(
        journal[row - 1].wallTime
      )
      if overflow || time < -Threshold.clock {
        back.append(.clockRanBack(row: row, by: overflow ? .max : -time))
      } else if time >= Threshold.gap {
        gaps.append(.gap(row: row, milliseconds: time))
      }
    }
    return Array(back.prefix(Threshold.most) + gaps.prefix(Threshold.most))
  }

  /// The line that came fastest, where nobody types so fast.
  private func fastest() -> Fact? {
    var found: (row: Int, speed: Int)?
    for row in attempt.rows.indices.dropFirst() {
      let count = journal[row].typed.count
      let time = journal[row].wallTime &- journal[row - 1].wallTime
      guard count >= Threshold.characters, (0...Threshold.gap).contains(time) else { continue }
      let speed = count * 60_000 / Int(max(1, time))
      if speed > found?.speed ?? Threshold.charactersPerMinute { found = (row, speed) }
    }
    return found.map { .fastTyping(row: $0.row, charactersPerMinute: $0.speed) }
  }

  /// Rows of a sample whose text does not read as the commands that they hold.
  ///
  /// The sample follows from the last row, so nobody knows it before everything is done.
  private func typedOtherwise() -> [Int] {
    let rows = attempt.rows.indices.filter { row in
      guard case .commands = attempt.rows[row].entry.move else { return false }
      let typed = attempt.rows[row].typed
      return !typed.isEmpty && !typed.contains("file:")
    }
    guard !rows.isEmpty, let head = journal.last?.hash.prefix(12), let seed = Int(head, radix: 16)
    else { return [] }
    let sample = (0..<min(Threshold.samples, rows.count)).map { place in
      rows[(seed >> (8 * place) + place) % rows.count]
    }
    return sample.filter { readsOtherwise($0) }.sorted()
  }

  private func readsOtherwise(_ row: Int) -> Bool {
    guard case .commands(let commands) = attempt.rows[row].entry.move,
      let parent = attempt.rows[row].parent
    else { return false }
    let typed = attempt.rows[row].typed
    let before = Situation(attempt, after: parent).knowing(memory.lines { $0.read(typed) })
    let (_, read, refusal) = before.carryingOut([typed])
    if refusal != nil { return true }
    // By the wall clock a row begins with the time that has passed.
    return !read.isEmpty && read != commands && read != Array(commands.dropFirst())
  }

  /// The last row of each item that says of a condition that it holds, and it does not.
  private func overstated(_ items: [ItemGrade]) -> [Int] {
    items.compactMap { item in
      guard let head = attempt.latestHead(in: item.item), let met = attempt.rows[head].entry.met
      else { return nil }
      let held = item.conditions.filter(\.status.isMet).map(\.id)
      return met.contains { !held.contains($0) } ? head : nil
    }
  }
}

extension Replay {
  /// A print of everything that was done in the café, whatever the things are called; nil: it is
  /// too little to be compared.
  func fingerprint() -> [UInt8]? {
    var renaming = Renaming()
    var digest = SHA256()
    var count = 0
    for row in attempt.rows.indices.dropFirst() where attempt.rows[row].entry.move.changesCafe {
      if case .opened = attempt.rows[row].entry.move { continue }
      count += 1
      digest.update(data: renaming.renamed(Array(journal[row].canonical.utf8)))
    }
    return count >= Threshold.commands ? Array(digest.finalize()) : nil
  }
}

/// Gives every text in a stream of JSON the number of its first place in it.
struct Renaming {
  private var numbers: [ArraySlice<UInt8>: Int] = [:]

  /// The JSON with numbers for its texts; keys stay as they are.
  ///
  /// The conditions that were noted in a row are texts as well, and count as such.
  mutating func renamed(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    while place < json.count {
      guard json[place] == UInt8(ascii: "\"") else {
        result.append(json[place])
        place += 1
        continue
      }
      let end = Self.end(ofTextAt: place, in: json)
      let text = json[place..<end]
      place = end
      if place < json.count, json[place] == UInt8(ascii: ":") {
        result += text
      } else {
        let number = numbers[text] ?? numbers.count
        numbers[text] = number
        result += Array("#\(number)".utf8)
      }
    }
    return result
  }

  /// Right after the closing quote.
  private static func end(ofTextAt start: Int, in json: [UInt8]) -> Int {
    var place = start + 1
    while place < json.count {
      switch json[place] {
      case UInt8(ascii: "\\"): place += 2
      case UInt8(ascii: "\""): return place + 1
      default: place += 1
      }
    }
    return json.count
  }
}
