import Commands
import Lab
import Synchronization

/// What grading one submission worked out and the next may ask again, on any thread.
///
/// It changes no grade: what is remembered follows from the key alone.
final class GradingMemory: Sendable {
  private let entries = Mutex<[String: Entry]>([:])
  private let refusals = Mutex<[WrongWay: Bool]>([:])
  private let lines = Mutex(LineMemory())

  /// A known mistake of an item, in one variant and one world.
  struct WrongWay: Hashable, Sendable {
    let item: String
    let variant: Int
    let seed: UInt64
    let mistake: String
  }

  /// Longer rows are read each time, and no more than so many are kept.
  private static let longest = 1_024
  private static let most = 4_096

  /// What a row says was done; nil: it says nothing that this engine knows.
  func entry(of row: JournalRow) -> Entry? {
    if let known = entries.withLock({ $0[row.canonical] }) { return known }
    guard let entry = row.entry else { return nil }
    if row.canonical.utf8.count <= Self.longest {
      entries.withLock { if $0.count < Self.most { $0[row.canonical] = entry } }
    }
    return entry
  }

  /// Lines that were read, what `read` reads among them: a class types many a line again and again.
  func lines(_ read: (inout LineMemory) -> Void) -> LineMemory {
    lines.withLock { lines in
      if lines.count < Self.most { read(&lines) }
      return lines
    }
  }

  /// Whether the world refuses a mistake where its item begins.
  func isRefused(_ way: WrongWay, _ look: () -> Bool) -> Bool {
    if let known = refusals.withLock({ $0[way] }) { return known }
    let isRefused = look()
    refusals.withLock { $0[way] = isRefused }
    return isRefused
  }
}
