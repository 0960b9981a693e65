import Glibc

/// Calls when something in a folder is written, gets its name or loses it, and once more a while
/// after the last of it, from a thread of its own.
struct FileWatch {
  /// Nil where the system cannot watch the folder.
  init?(_ folder: String, onChange: @escaping @Sendable () -> Void) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    // Editors write a file where it is, or beside it and then rename.
    let changes = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM)
    guard unsafe inotify_add_watch(descriptor, folder, changes) >= 0 else {
      close(descriptor)
      return nil
    }
    Crew.send {
      var buffer = [UInt8](repeating: 0, count: 4_096)
      // After a change: what an editor puts aside for a moment is there again by then.
      var patience: Int32 = -1
      while true {
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let ready = unsafe poll(&watched, 1, patience)
        if ready < 0, errno == EINTR { continue }
        if ready != 0 {
          let count = unsafe read(descriptor, &buffer, buffer.count)
          if count < 0, errno == EINTR { continue }
          guard count > 0 else { return }
        }
        patience = ready == 0 ? -1 : Self.patience
        onChange()
      }
    }
  }

  /// How long a file may be gone, in milliseconds.
  private static let patience: Int32 = 1_500
}
