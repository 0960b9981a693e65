import GRDB
import Glibc

extension Store {
  /// What `folder` holds, in memory: for a folder that takes no writes, where SQLite could not even
  /// read, since a reader of its write-ahead log leaves marks beside it.
  public static func copy(of folder: String) throws(StoreError) -> Store {
    let path = folder + "/cafe.sqlite"
    var pattern = Array("/tmp/cafe-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&pattern) != nil else { throw StoreError(errno: errno, path: "/tmp") }
    let scratch = String(decoding: pattern.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let copy = scratch + "/cafe.sqlite"
    defer {
      for companion in ["", "-wal", "-shm"] { unsafe unlink(copy + companion) }
      unsafe rmdir(scratch)
    }
    try copyFile(path, to: copy)
    if unsafe access(path + "-wal", F_OK) == 0 { try copyFile(path + "-wal", to: copy + "-wal") }
    do {
      let (source, memory) = (try DatabaseQueue(path: copy), try inMemory())
      guard try Schema.bringUpToDate(source).isEmpty else {
        throw StoreError.newerSchema(path: path, unknown: [])
      }
      try source.backup(to: memory.database)
      return memory
    } catch { throw StoreError(error, path: path) }
  }
}

private func copyFile(_ from: String, to path: String) throws(StoreError) {
  let source = unsafe open(from, O_RDONLY | O_CLOEXEC)
  guard source >= 0 else { throw StoreError(errno: errno, path: from) }
  defer { close(source) }
  let copy = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard copy >= 0 else { throw StoreError(errno: errno, path: path) }
  defer { close(copy) }
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe read(source, &chunk, chunk.count)
    guard count >= 0 else { throw StoreError(errno: errno, path: from) }
    if count == 0 { return }
    guard unsafe write(copy, chunk, count) == count else {
      throw StoreError(errno: errno, path: path)
    }
  }
}
