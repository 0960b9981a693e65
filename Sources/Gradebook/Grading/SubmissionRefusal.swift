/// Why a submission cannot be graded; the first that is found, in this order.
public enum SubmissionRefusal: Error, Hashable, Sendable {
  case tooLarge(bytes: Int, limit: Int)
  case notASubmission
  case newerFormat(found: Int, known: Int)
  case anotherQuiz(String)
  /// It was sealed for another key, or changed after it was sealed.
  case cannotBeOpened
  case notDecodable(row: Int?)
  case badSignature
  case chainBroken(row: Int)
  case anotherPack
  case anotherEngine(String)
  /// The start code is none of this quiz.
  case unknownCode
  /// The rows rest on what another learner was dealt.
  case anotherVariant
  case tooManyRows(limit: Int)
  /// A move that the rules do not allow.
  case notAllowed(row: Int, kind: String)
  /// An item was begun from another state than the pack gives.
  case anotherStart(row: Int)
  /// The world refuses what the row says was done.
  case impossible(row: Int)
  /// The state after a row is not what its digest says.
  case digestDiffers(row: Int)
  /// Replaying it takes more than the limits allow.
  case tooCostly(row: Int)
  /// It does not hold the checkpoint that the learner wrote down.
  case olderThanCheckpoint(String)
}
