import GRDB
import Glibc

/// Why the state folder could not do what was asked; facts alone, the sentences are the shell's.
public enum StoreError: Error, Sendable, Equatable {
  /// The folder is not there and cannot be made, or something else stands in its place.
  case noFolder(path: String, reason: String)
  /// The folder is there, but this user may not write in it.
  case notWritable(path: String)
  /// The folder is on a disk that takes no writes.
  case readOnlyDisk(path: String)
  case diskFull(path: String)
  /// The disk refused a write for another reason.
  case writeFailed(path: String, reason: String)
  /// The database does not hold together. Opening the store again moves it aside.
  case damaged(path: String)
  /// A newer `cafe` made the database; these of its changes are unknown here.
  case newerSchema(path: String, unknown: [String])
  /// Another process has kept the database locked for five seconds.
  case busy(path: String)
  case noAttempt(String)
  /// The attempt is open in another process.
  case attemptInUse(AttemptID)
  /// The journal was opened for reading alone, since another process writes it.
  case openedForReading(AttemptID)
  /// The row does not follow the last one: its number or the hash that it names is another.
  case outOfOrder(expected: Int, found: Int)
  /// The lesson's id cannot be one: 1 to 64 small letters, digits and hyphens.
  case notALesson(String)
  /// Anything else that SQLite says, with its own code.
  case failed(path: String, code: Int, reason: String)
}

extension StoreError {
  /// Translates what the database library threw while it worked on the file at `path`.
  init(_ error: any Error, path: String) {
    if let own = error as? StoreError {
      self = own
      return
    }
    guard let error = error as? DatabaseError else {
      // A column that does not decode: the file is not what we wrote.
      self = .damaged(path: path)
      return
    }
    let reason = error.message ?? ""
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_READONLY: self = .readOnlyDisk(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM: self = .notWritable(path: path)
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHORT_READ:
      self = .damaged(path: path)
    case .SQLITE_IOERR: self = .writeFailed(path: path, reason: reason)
    default: self = .failed(path: path, code: Int(error.resultCode.rawValue), reason: reason)
    }
  }

  /// Translates the `errno` of a system call on `path`.
  init(errno code: Int32, path: String) {
    switch code {
    case EACCES, EPERM: self = .notWritable(path: path)
    case EROFS: self = .readOnlyDisk(path: path)
    case ENOSPC, EDQUOT: self = .diskFull(path: path)
    default: self = .noFolder(path: path, reason: unsafe String(cString: strerror(code)))
    }
  }
}
