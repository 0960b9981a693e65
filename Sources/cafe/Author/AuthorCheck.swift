import ArgumentParser
import Glibc
import Lab
import Tutor

/// Proves lessons.
struct AuthorCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Prove lessons: everything in them that is not as they say, with line and column.",
    discussion: """
      Each finding is a line `file:line:column: code: message`, as editors read it. Every variant \
      is walked through in so many worlds: its solution, its other ways, its mistakes, its \
      predictions and its questions. Exit code 0 when nothing is found, 1 when something is.
      """
  )

  /// The seeds of the worlds that each variant is proved in, unless somebody asks for others.
  static let worlds: [UInt64] = Array(1...20)

  @OptionGroup var lessons: LessonPaths

  @Flag(help: "Print one JSON object for each finding.")
  var json = false

  @Option(help: ArgumentHelp("In how many worlds each variant is proved.", valueName: "n"))
  var seeds = AuthorCheck.worlds.count

  func validate() throws {
    guard (1...1_000).contains(seeds) else {
      throw ValidationError("--seeds takes a number from 1 to 1000.")
    }
  }

  func run() throws {
    let files = try lessons.files()
    var findings = 0
    for scene in files.scenes {
      findings += count(scene.reading.diagnostics.map { Remark($0) }, in: scene.path)
    }
    let worlds = (1...UInt64(seeds)).map { $0 }
    let checks = Crew.map(files.lessons) { $0.check(in: worlds) }
    let sightings = Crew.map(checks.flatMap(\.jobs)) { $0.run() }
    var next = 0
    let tasks = zip(files.lessons, checks).map { file, check in
      defer { next += check.jobs.count }
      return (file, check, sightings[next..<(next + check.jobs.count)].flatMap { $0 })
    }
    let remarks = Crew.map(tasks) { file, check, sightings in
      check.remarks(sightings, and: check.remarksOnLooks(asset: file.asset))
    }
    for (file, remarks) in zip(files.lessons, remarks) {
      findings += count(remarks, in: file.path)
    }
    if !json { Output.print(summary(findings, files.lessons.count)) }
    if findings > 0 { throw ExitStatus.failure }
  }

  private func count(_ remarks: [Remark], in path: String) -> Int {
    report(remarks, in: path, json: json)
    return remarks.count
  }

  private func summary(_ findings: Int, _ lessons: Int) -> String {
    let what = lessons == 1 ? "1 lesson" : "\(lessons) lessons"
    switch findings {
    case 0: return "\(what): nothing found in \(seeds) \(seeds == 1 ? "world" : "worlds")."
    case 1: return "\(what): 1 finding."
    default: return "\(what): \(findings) findings."
    }
  }
}
