import Glibc
import Gradebook

/// Where submissions lie: files, and folders with their plain files.
enum Inbox {
  /// A file to be graded.
  struct File: Sendable {
    let path: String
    /// What it is called in the gradebook.
    let name: String
  }

  /// The files of some paths, each once, in the order of their names.
  ///
  /// In a folder hidden files stay unread; so does what is no plain file, which is said.
  static func files(_ paths: [String]) throws -> [File] {
    var files: [File] = []
    for path in paths {
      var status = stat()
      guard unsafe stat(path, &status) == 0 else {
        throw Output.failure("\(path) could not be read: \(Problem(errno).text).")
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        files += try content(of: path, prefix: paths.count == 1 ? "" : path + "/")
      } else {
        files.append(File(path: path, name: path))
      }
    }
    guard !files.isEmpty else {
      throw Output.failure(
        "\(paths.joined(separator: ", ")) holds no file to grade; hidden ones do not count."
      )
    }
    var seen: Set<String> = []
    return files.sorted { $0.name < $1.name }.filter { seen.insert($0.path).inserted }
  }

  private static func content(of folder: String, prefix: String) throws -> [File] {
    guard let stream = unsafe opendir(folder) else {
      throw Output.failure("\(folder) could not be opened: \(Problem(errno).text).")
    }
    defer { unsafe closedir(stream) }
    var files: [File] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder + "/" + name
      var status = stat()
      guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        Output.complain("\(cleaned(path)) is left out: it is no plain file.")
        continue
      }
      files.append(File(path: path, name: prefix + name))
    }
    return files
  }
}

extension Grader {
  /// Grades a file; one that cannot be read has its reason as well.
  func marked(_ file: Inbox.File) -> MarkedSubmission {
    switch Files.read(file.path, atMost: SubmissionFile.Limit.bytes) {
    case .success(let bytes): return marked(bytes, named: file.name)
    case .failure:
      var status = stat()
      let size = unsafe stat(file.path, &status) == 0 ? Int(status.st_size) : 0
      return marked(unreadable: file.name, bytes: size)
    }
  }
}
