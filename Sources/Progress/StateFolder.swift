import Glibc

/// Where the state lives.
public enum StateFolder {
  /// The folder that the environment names, or nil when it names none.
  ///
  /// A relative `XDG_STATE_HOME` is to be ignored (XDG Base Directory Specification).
  public static func path(environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/cafe" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/state/cafe"
  }

  /// Why a folder that is there takes no files; nil when it does, or is not there yet.
  public static func problem(_ path: String) -> StoreError? {
    guard isFolder(path), unsafe access(path, W_OK | X_OK) != 0 else { return nil }
    return StoreError(errno: errno, path: path)
  }

  /// Makes the folder with those above it when it is missing, and sees that it takes files.
  static func prepare(_ path: String) throws(StoreError) {
    try makeFolder(path)
    guard unsafe access(path, W_OK | X_OK) == 0 else { throw StoreError(errno: errno, path: path) }
  }

  private static func makeFolder(_ path: String) throws(StoreError) {
    if isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard unsafe mkdir(path, 0o700) != 0 else { return }
    let code = errno
    // Another process may have made it at the same moment.
    guard !isFolder(path) else { return }
    throw StoreError(errno: code == EEXIST ? ENOTDIR : code, path: path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
