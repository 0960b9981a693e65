public import Lab

/// Why a file is no pack that can be used.
public enum PackError: Error, Hashable, Sendable {
  case tooLarge(bytes: Int, limit: Int)
  /// It is not made as `cafe grade new` makes one.
  case notAPack
  /// The other of the two packs of a quiz.
  case otherPack(PackKind)
  case newerFormat(found: Int, known: Int)
  /// It was changed after it was made.
  case badSignature
  /// It rests on another engine than this program's.
  case anotherEngine(String)
  /// A lesson or scene in it cannot be read.
  case brokenLesson(String, [Diagnostic])
  /// An item, a pool or a list in it makes no sense.
  case badValue(String)
}

/// The two packs of a quiz, as the first words of each name it.
public enum PackKind: String, Hashable, Sendable {
  case learner = "learner pack"
  case key = "key pack"

  /// Whether bytes begin as `CanonicalJSON` writes a pack of this kind.
  func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "{\"cafe\":\"\(rawValue)\"".utf8) }
}
