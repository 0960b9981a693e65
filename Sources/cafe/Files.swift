import Glibc
import Gradebook
import Lab
import Progress
import Tutor

/// Files that a person or a command names.
enum Files {
  /// The most bytes that a file in a command may have: 1 MiB.
  static let longest = 1 << 20
  /// The most bytes that are read of a lesson's file, to say what is wrong with it: 4 MiB.
  static let longestLesson = 4 << 20
  /// The most bytes that an exported attempt may have: 64 MiB.
  static let longestExport = 64 << 20

  /// What a file holds, or why not.
  static func read(_ path: String, atMost limit: Int = longest) -> Result<[UInt8], Problem> {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(Problem(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return .failure(Problem(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .failure(Problem(text: "it is not a plain file"))
    }
    guard status.st_size <= limit else {
      return .failure(Problem(text: "it has more than \(limit) bytes"))
    }
    return contents(of: descriptor, atMost: limit)
  }

  /// Everything that a descriptor gives.
  static func contents(of descriptor: Int32, atMost limit: Int) -> Result<[UInt8], Problem> {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return .failure(Problem(errno)) }
      if count == 0 { return .success(bytes) }
      bytes += chunk[..<count]
      guard bytes.count <= limit else {
        return .failure(Problem(text: "it has more than \(limit) bytes"))
      }
    }
  }

  /// The text of a file.
  static func text(_ path: String) -> Result<String, Problem> {
    read(path).flatMap { bytes in
      String(validating: bytes, as: UTF8.self).map { .success($0) }
        ?? .failure(Problem(text: "it is not UTF-8 text"))
    }
  }

  /// What a file holds; one that cannot be read ends the program with its reason.
  static func demanded(_ path: String, atMost limit: Int = longest) throws -> [UInt8] {
    try demanded(path) { read($0, atMost: limit) }
  }

  /// The same for the text of a file.
  static func demandedText(_ path: String) throws -> String { try demanded(path, text) }

  private static func demanded<Content>(
    _ path: String,
    _ read: (String) -> Result<Content, Problem>
  ) throws -> Content {
    switch read(path) {
    case .success(let content): return content
    case .failure(let problem):
      throw Output.failure("\(path) could not be read: \(problem.text).")
    }
  }

  /// The mode of a file that is not for its owner alone; the umask takes of it what it takes.
  static let forOthers: mode_t = 0o666

  /// The mode of a file that is for its owner alone.
  static let forOwner: mode_t = 0o600

  /// Writes a new file, or says why not and ends the program; nobody's work is overwritten.
  static func create(_ path: String, with bytes: [UInt8], mode: mode_t = forOthers) throws {
    if let problem = obstacle(toAdding: path) ?? write(bytes, to: path, mode: mode) {
      throw Output.failure("\(path) could not be written: \(problem.text).")
    }
  }

  /// Writes new files for others, or none of them where one is there already.
  static func add(_ files: [ReportFile]) -> Problem? {
    for file in files {
      if let problem = obstacle(toAdding: file.path) {
        return file.path == files[0].path
          ? problem : Problem(text: "for \(file.path), which belongs to it, \(problem.text)")
      }
    }
    for file in files {
      if let problem = write(file.bytes, to: file.path, mode: forOthers) { return problem }
    }
    return nil
  }

  private static func obstacle(toAdding path: String) -> Problem? {
    unsafe access(path, F_OK) == 0
      ? Problem(text: "a file of that name is there; choose another name") : nil
  }

  static func isFolder(_ descriptor: Int32) -> Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Why an attempt is not exported to this path: an export may replace an export, nothing else.
  static func obstacle(toExport path: String) -> Problem? {
    guard unsafe access(path, F_OK) == 0 else { return nil }
    if case .success(let bytes) = read(path, atMost: longestExport),
      (try? AttemptFile(decoding: bytes)) != nil
    {
      return nil
    }
    return Problem(text: "a file of that name is there, and is no attempt; choose another name")
  }

  /// Writes a file as a whole, for its owner alone if nothing else is said.
  ///
  /// `isDurable`: it survives a crash of the machine before it gets its name.
  static func write(
    _ bytes: [UInt8],
    to path: String,
    mode: mode_t = forOwner,
    isDurable: Bool = true
  ) -> Problem? {
    let draft = path + ".part"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { return Problem(errno) }
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes[start...].withUnsafeBytes { rest in
        unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      guard count > 0 else { break }
      start += count
    }
    let failed = start < bytes.count || isDurable && fsync(descriptor) != 0
    let code = errno
    close(descriptor)
    guard !failed, unsafe rename(draft, path) == 0 else {
      let problem = Problem(failed ? code : errno)
      _ = unsafe unlink(draft)
      return problem
    }
    return nil
  }

  /// Every lesson and scene of a folder, in the order of their names; what cannot be read is left
  /// out.
  ///
  /// `isTold`: of what is left out, that is said.
  static func lessons(
    in folder: String,
    isTold: Bool = true
  ) throws -> [(name: String, bytes: [UInt8])] {
    guard let stream = unsafe opendir(folder) else {
      Output.complain("\(folder) could not be opened: \(Problem(errno).text).")
      throw ExitStatus.failure
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name.hasSuffix(Library.suffix) || name.hasSuffix(Scenes.suffix) { names.append(name) }
    }
    return names.sorted().compactMap { name in
      switch read(folder + "/" + name, atMost: longestLesson) {
      case .success(let bytes): return (name, bytes)
      case .failure(let problem):
        if isTold {
          Output.complain("\(folder)/\(name) could not be read, and is left out: \(problem.text).")
        }
        return nil
      }
    }
  }

  static var currentFolder: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard let path = unsafe getcwd(&buffer, buffer.count) else { return "." }
    return unsafe String(cString: path)
  }
}

/// Why a file could not be read or written, as the system says it.
struct Problem: Error {
  let text: String

  init(text: String) { self.text = text }

  init(_ code: Int32) { text = unsafe String(cString: strerror(code)).lowercased() }
}
