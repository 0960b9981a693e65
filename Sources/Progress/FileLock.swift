import Glibc

/// A lock on a file that ends with its owner, however that ends.
///
/// The kernel gives it back when the descriptor closes, so not even `kill -9` leaves one behind.
final class FileLock: Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  enum Sharing: Int32 {
    case shared = 1
    case exclusive = 2
  }

  /// The lock on the file at `path`, or nil when another holds it.
  static func acquire(_ path: String, _ sharing: Sharing) throws(StoreError) -> FileLock? {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError(errno: errno, path: path) }
    let lock = FileLock(descriptor: descriptor)
    return try lock.take(sharing, path) ? lock : nil
  }

  /// Makes a shared lock exclusive, and says whether it is.
  func takeAlone() -> Bool {
    flock(descriptor, Sharing.exclusive.rawValue | LOCK_NB) == 0
  }

  /// Makes an exclusive lock shared, which lets the others in again.
  func share() {
    flock(descriptor, Sharing.shared.rawValue | LOCK_NB)
  }

  private func take(_ sharing: Sharing, _ path: String) throws(StoreError) -> Bool {
    if flock(descriptor, sharing.rawValue | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw StoreError(errno: errno, path: path) }
    return false
  }

  /// Writes the number of this process into the file, for those who find it locked.
  func signWithProcess() {
    let text = "\(getpid())\n"
    ftruncate(descriptor, 0)
    _ = unsafe text.withCString { unsafe pwrite(descriptor, $0, strlen($0), 0) }
  }

  /// The process that signed the lock file at `path`.
  static func signature(_ path: String) -> Int32? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    guard count > 1 else { return nil }
    return Int32(String(decoding: bytes[..<(count - 1)], as: UTF8.self))
  }
}
