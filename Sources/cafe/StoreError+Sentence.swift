import Lab
import Progress

extension StoreError {
  /// What happened to the saved progress, and what to try.
  var sentence: String {
    switch self {
    case .noFolder(let path, let reason):
      "the folder \(path) cannot be made (\(reason)). Name another: --state DIR"
    case .notWritable(let path): "\(path) may not be written to. Name another folder: --state DIR"
    case .readOnlyDisk(let path): "\(path) is on a disk that cannot be written to"
    case .diskFull(let path):
      "the disk of \(path) is full. Make room; it is tried again at each line"
    case .writeFailed(let path, let reason): "\(path) could not be written (\(reason))"
    case .damaged(let path): "\(path) is damaged"
    case .newerSchema(let path, _):
      "\(path) was written by a newer cafe. Use that one, or another folder: --state DIR"
    case .busy(let path): "\(path) is being used by another process just now. Try again"
    case .noAttempt(let name): "there is no attempt \(name)"
    case .attemptInUse(let id): "the attempt \(id) is open in another window. Close it first"
    case .openedForReading(let id): "the attempt \(id) is open in another window"
    case .outOfOrder(let expected, let found):
      "row \(found) came where row \(expected) was due; nothing was written"
    case .notALesson(let id): "\(id) cannot be the name of a lesson"
    case .failed(let path, let code, let reason): "\(path): SQLite says \(reason) (\(code))"
    }
  }
}

extension AttemptFileError {
  /// Why a file is not taken in.
  var sentence: String {
    switch self {
    case .empty: "it is empty"
    case .tooLarge(let bytes, let limit): "it has \(bytes) bytes; the most is \(limit)"
    case .lineTooLong(let line, let limit): "line \(line) has more than \(limit) bytes"
    case .tooManyRows(let limit): "it has more than \(limit) rows"
    case .controlCharacter(let line): "line \(line) holds control characters"
    case .notARow(let line): "line \(line) is not a row of a journal"
    case .newerFormat(let found, let known):
      "it has format \(found), and this cafe knows \(known)"
    case .badValue(let line, let field): "line \(line): the field \(field) has a wrong value"
    case .chainBroken(let line):
      "the chain breaks at line \(line): a row was changed, left out or put in"
    case .incomplete(let expected, let found) where expected == found:
      "its last row is not the one that was exported"
    case .incomplete(let expected, let found): "it has \(found) of \(expected) rows"
    }
  }
}
