import ArgumentParser
import Crypto
import Glibc
import Gradebook
import Tutor

/// Grades everything that was handed in.
struct GradeRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Grade submissions: replay each, judge it with the key, and write the gradebook.",
    discussion: """
      A folder means the plain files in it. One bad submission never stops the run; it gets its \
      line and its reason. The same submissions give the same files, byte for byte. Exit codes: \
      0 all were graded, 3 one was refused, 1 nothing could be done.
      """
  )

  @Argument(help: "Files, or folders of files.", completion: .file())
  var inbox: [String]

  @OptionGroup var grading: GradingOptions

  @Option(help: "The folder to write into.", completion: .directory)
  var out = "grades"

  @Option(help: "How many threads; without it, one for each processor.")
  var jobs: Int?

  @Option(help: "A corrected text of one of the quiz's lessons.", completion: .file())
  var lesson: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws { try Self.check(jobs: jobs) }

  static func check(jobs: Int?) throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs goes from 1 to 256.")
    }
  }

  func run() throws {
    let original = try grading.pack()
    let pack = try lesson.map { try GradingOptions.corrected(original, $0) } ?? original
    let grader = try grading.grader(pack)
    let files = try Inbox.files(inbox)
    let display = shared.surroundings.display()
    let marked = Marking.mark(files, with: grader, jobs: jobs, on: display)
    let book = Gradebooks(grades: grader.classGrades(of: marked), marked: marked, pack: pack)
    try book.write(to: out)
    if book.tell(out) { throw ExitStatus.lineRefused }
  }
}

/// The gradebook of a class, with what it takes to write it.
struct Gradebooks {
  let grades: ClassGrades
  let marked: [MarkedSubmission]
  let pack: KeyPack

  /// Writes the reports and the signed results below a folder.
  func write(to folder: String) throws {
    let results = ClassResults(of: grades, pack: pack.learnerPack.hash, submissions: marked)
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: pack.signingKey) else {
      throw GradingOptions.stop("The quiz's signing key is damaged.")
    }
    for report in try Reports(Surroundings.asset).files(of: grades) {
      try write(report.bytes, to: folder + "/" + report.path)
    }
    for file in results.files {
      try write(try Signing.sign(file.result, by: key), to: folder + "/" + file.path)
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      let code = unsafe mkdir(folder, 0o700)
      guard folder == "/" || code == 0 || errno == EEXIST else {
        throw GradingOptions.stop("\(folder) could not be made: \(Problem(errno).text).")
      }
    }
    if let problem = Files.write(bytes, to: path) {
      throw GradingOptions.stop("\(path) could not be written: \(problem.text).")
    }
  }

  /// Says what came of it.
  ///
  /// - Returns: whether some submission was refused.
  func tell(_ folder: String) -> Bool {
    let graded = grades.grades.count { $0.verdict == .graded }
    let missing = grades.grades.count { $0.verdict == .missing }
    let refused = marked.filter { $0.refusal != nil }.sorted { $0.name < $1.name }
    for one in refused {
      Output.print("refused  \(cleaned(one.name)): \(one.refusal?.sentence ?? "")")
    }
    Output.print(
      "\(graded) graded, \(refused.count) refused, \(missing) missing. "
        + "The gradebook is in \(folder)."
    )
    return !refused.isEmpty
  }
}
