import Crypto
import Glibc
import Gradebook
import Lab
import Synchronization

/// The gradebook of a class, with what it takes to write it.
struct Gradebooks {
  let grades: ClassGrades
  let marked: [MarkedSubmission]
  let pack: KeyPack
  /// The pack as it was made.
  let original: KeyPack

  /// The text of a lesson by which was graded instead of the quiz's own.
  private var corrected: QuizFile? { pack.files.first { !original.files.contains($0) } }

  /// Writes the reports and the signed results below a folder, on so many threads.
  ///
  /// The result that an earlier run left there of a learner who has none now is taken away.
  func write(to folder: String, hands: Int) throws {
    let results = ClassResults(of: grades, pack: pack.learnerPack.hash, submissions: marked)
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: pack.signingKey) else {
      throw Output.failure("The quiz's signing key is damaged.")
    }
    for shelf in ["feedback", "results"] { try makeFolder(folder + "/" + shelf) }
    var pages = try Reports(Surroundings.asset).files(of: grades)
      .map { page in Page(path: page.path) { page.bytes } }
    pages += results.files.map { file in
      Page(path: file.path) { try Signing.sign(file.result, by: key) }
    }
    try write(pages, to: folder, hands: hands)
    for path in results.absent { _ = unsafe unlink(folder + "/" + path) }
    try keepCorrection(in: folder + "/corrected")
  }

  /// Keeps the corrected text beside what was graded by it; where one lies and was not taken, that
  /// is said.
  private func keepCorrection(in folder: String) throws {
    guard let corrected else {
      let names = pack.files.map { folder + "/" + $0.name }
      guard let path = names.first(where: { unsafe access($0, F_OK) == 0 }) else { return }
      return Output.complain(
        "the gradebook was written with a corrected lesson before, and now with the quiz's own: "
          + "--lesson \(path) takes the corrected one."
      )
    }
    try makeFolder(folder)
    let path = folder + "/" + corrected.name
    if let problem = Files.write(Array(corrected.text.utf8), to: path) {
      throw Output.failure("\(path) could not be written: \(problem.text).")
    }
  }

  private struct Page: Sendable {
    let path: String
    let make: @Sendable () throws -> [UInt8]
  }

  private func write(_ pages: [Page], to folder: String, hands: Int) throws {
    let next = Atomic(0)
    let failure = Mutex<(any Error)?>(nil)
    Crew.work(hands: hands) {
      while failure.withLock({ $0 == nil }) {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < pages.count else { return }
        do {
          let path = folder + "/" + pages[place].path
          // Whatever a crash takes of a gradebook, the same run makes again.
          if let problem = Files.write(try pages[place].make(), to: path, isDurable: false) {
            throw Output.failure("\(path) could not be written: \(problem.text).")
          }
        } catch { failure.withLock { $0 = $0 ?? error } }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  private func makeFolder(_ path: String) throws {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      folder += part + "/"
      let code = unsafe mkdir(folder, 0o700)
      guard folder == "/" || code == 0 || errno == EEXIST else {
        throw Output.failure("\(folder) could not be made: \(Problem(errno).text).")
      }
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
    let counting = Set(grades.grades.compactMap(\.submission))
    let aside = marked.filter { $0.refusal == nil && !counting.contains($0.name) }.map(\.name)
    if !aside.isEmpty {
      Output.print(
        "set aside, since another of the same learner counts: "
          + aside.sorted().map(cleaned).joined(separator: ", ")
      )
    }
    Output.print(
      "\(graded) graded, \(refused.count) refused, \(missing) not handed in"
        + (aside.isEmpty ? "" : ", \(aside.count) set aside") + ". The gradebook is in \(folder)."
    )
    return !refused.isEmpty
  }
}
