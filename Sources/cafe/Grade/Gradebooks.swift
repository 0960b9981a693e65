import Crypto
import Glibc
import Gradebook

/// The gradebook of a class, with what it takes to write it.
struct Gradebooks {
  let grades: ClassGrades
  let marked: [MarkedSubmission]
  let pack: KeyPack

  /// Writes the reports and the signed results below a folder.
  func write(to folder: String) throws {
    let results = ClassResults(of: grades, pack: pack.learnerPack.hash, submissions: marked)
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: pack.signingKey) else {
      throw Output.failure("The quiz's signing key is damaged.")
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
        throw Output.failure("\(folder) could not be made: \(Problem(errno).text).")
      }
    }
    if let problem = Files.write(bytes, to: path) {
      throw Output.failure("\(path) could not be written: \(problem.text).")
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
