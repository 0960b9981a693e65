extension SubmissionRefusal {
  /// What happened, to what, and what to try next; safe to print.
  public var sentence: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "The file has \(bytes) bytes; a submission has \(limit) at most. Ask for the file again."
    case .notASubmission:
      "The file is no submission. Ask for the file that `submit` wrote."
    case .newerFormat(let found, let known):
      "The file has format \(found), and this program knows formats up to \(known). "
        + "Grade it with a newer one."
    case .anotherQuiz(let id):
      "The submission belongs to another quiz, \(cleaned(id)). Grade it with that quiz's key."
    case .cannotBeOpened:
      "The submission cannot be opened: it was changed after it was sealed, or sealed for another "
        + "key. Ask for the file again."
    case .notDecodable(let row):
      (row.map { "Row \($0) cannot be read" } ?? "What is inside cannot be read")
        + ", though the seal is whole. Ask the learner which program wrote it."
    case .badSignature:
      "The signature does not fit what is signed. Ask for the file again."
    case .chainBroken(let row):
      "Row \(row) does not follow from the row before it: the record was changed. "
        + "Ask the learner for the record as it was kept."
    case .tooManyRows(let limit):
      "The record has more than \(limit) rows, which is the most. Look at it by hand."
    case .tooCostly(let row):
      "Replaying it takes more than the limits allow, from row \(row) on. Look at it by hand."
    case .anotherPack, .anotherEngine, .unknownCode, .anotherVariant: packSentence
    case .notAllowed, .anotherStart, .impossible, .digestDiffers, .olderThanCheckpoint:
      replaySentence
    }
  }

  private var packSentence: String {
    switch self {
    case .anotherPack:
      "It was made with another learner pack than this key's. Grade it with the key of that pack."
    case .anotherEngine(let engine):
      "It was made with the engine \(cleaned(engine)). Grade it with that version of the program."
    case .unknownCode:
      "Its start code is none of this quiz. Ask the learner which code was typed."
    case .anotherVariant:
      "It rests on what another learner was dealt. Ask both learners which code they typed."
    default: ""
    }
  }

  private var replaySentence: String {
    switch self {
    case .notAllowed(let row, let kind):
      "Row \(row) is a move that the rules do not allow: \(cleaned(kind)). Look at it by hand."
    case .anotherStart(let row):
      "Row \(row) begins an item from another state than the pack gives. Look at it by hand."
    case .impossible(let row):
      "What row \(row) says was done cannot have been done in that state. Look at it by hand."
    case .digestDiffers(let row):
      "The state after row \(row) is not what the record says. Look at it by hand."
    case .olderThanCheckpoint(let code):
      "It does not hold the checkpoint \(cleaned(code)). If that is what was written down, ask for "
        + "the latest file."
    default: ""
    }
  }
}
