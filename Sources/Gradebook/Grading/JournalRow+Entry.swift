import FoundationEssentials
import Lab

extension JournalRow {
  /// What the row says was done; nil: it says nothing that this engine knows.
  var entry: Entry? { try? JSONDecoder().decode(Entry.self, from: Data(canonical.utf8)) }
}
