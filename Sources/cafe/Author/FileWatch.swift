import Glibc

/// Calls when something in a folder is written, gets its name or loses it, and once more a while
/// later, from threads of its own.
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
      while true {
        let count = unsafe read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        onChange()
        // What an editor puts aside for a moment is there again by then.
        Crew.send {
          usleep(Self.patience)
          onChange()
        }
      }
    }
  }

  /// How long a file may be gone, in microseconds.
  private static let patience: UInt32 = 1_500_000
}
