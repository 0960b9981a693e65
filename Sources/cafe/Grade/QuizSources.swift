import ArgumentParser
import Commands
import Glibc
import Gradebook
import Lab
import Tutor

/// The lessons of which a quiz is made, by their ids or their files, and what is asked of them.
struct QuizSources: ParsableArguments {
  @Argument(help: "Lessons: an id, or a file NAME.lab.md.", completion: .file())
  var lessons: [String]

  @Option(
    help: ArgumentHelp(
      "Only these steps, for everybody: LESSON#STEP,LESSON#STEP.",
      valueName: "items"
    )
  )
  var items: String?

  @Option(help: ArgumentHelp("So many of those --from names, for each learner.", valueName: "n"))
  var draw: [Int] = []

  @Option(help: ArgumentHelp("The steps to draw from: LESSON#STEP,….", valueName: "items"))
  var from: [String] = []

  @Option(
    help: "What holds where neither --rules nor a lesson says otherwise: graded, class or practice."
  )
  var mode = Mode.graded

  @Option(
    help: ArgumentHelp(
      "A file of rules, as below `grade:` in a lesson; it goes before the lesson's own.",
      valueName: "file"
    ),
    completion: .file()
  )
  var rules: String?

  @Option(help: "The time limit, in minutes.")
  var minutes: Int?

  @Option(help: "What each try is worth, such as 5-3-1, or how many there are.")
  var tries: String?

  @Flag(help: "Somebody watches the sitting, so predictions count.")
  var supervised = false

  @Option(help: ArgumentHelp("How many worlds each item is proven in.", valueName: "n"))
  var worlds = 8

  @Flag(help: "Accept an item that begins where another one is solved.")
  var acceptShownStarts = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard draw.count == from.count else {
      throw ValidationError("Each --draw N goes with one --from LESSON#STEP,LESSON#STEP,….")
    }
    guard (1...64).contains(worlds) else {
      throw ValidationError("--worlds takes a number from 1 to 64.")
    }
    guard tries.map({ FrontMatter.Grade.tries($0) != nil }) ?? true else {
      throw ValidationError("--tries takes a number from 1 to 100, or falling worths as 5-3-1.")
    }
    guard minutes.map({ (1...10_080).contains($0) }) ?? true else {
      throw ValidationError("--minutes takes a number from 1 to 10080.")
    }
  }

  /// The library with the files that were named.
  func library() throws -> (library: Library, ids: [String]) {
    var named: [(name: String, bytes: [UInt8])] = []
    var ids: [String] = []
    for lesson in lessons {
      guard lesson.hasSuffix(Library.suffix) else {
        ids.append(lesson)
        continue
      }
      let name = lesson.split(separator: "/").last.map(String.init) ?? lesson
      named.append((name, try Files.demanded(lesson)))
      ids.append(String(name.dropLast(Library.suffix.count)))
    }
    let others = try shared.lessons.map { try Files.lessons(in: $0) } ?? []
    return (Library(files: named + others + Content.lessons), ids)
  }

  func plan(_ library: Library, _ ids: [String]) throws -> QuizPlan {
    let lessons = try ids.map { id in
      guard let lesson = library[id] else {
        Output.complain(library.complaint(about: id))
        if let reading = library.reading(of: id) {
          try complain(about: [(file: id + Library.suffix, diagnostics: reading.diagnostics)])
        }
        throw ExitStatus.failure
      }
      return lesson
    }
    let changes = try changes()
    do throws(QuizPlan.Fault) {
      var plan = try QuizPlan(
        lessons: lessons,
        mode: mode,
        changes: changes,
        items: Self.items(items ?? "", ids),
        draws: zip(draw, from).map { ($0, Self.items($1, ids)) }
      )
      plan.worlds = worlds
      plan.acceptsShownStarts = acceptShownStarts
      return plan
    } catch {
      Output.complain(error.sentence)
      throw ExitStatus.failure
    }
  }

  /// Items with commas between them; with one lesson the step alone will do.
  private static func items(_ text: String, _ ids: [String]) -> [ItemID] {
    text.split { $0 == "," || $0 == " " }.map { word in
      ItemID(String(word)) ?? ItemID(lesson: ids.first ?? "", step: String(word))
    }
  }

  private func changes() throws -> FrontMatter.Grade {
    var grade = FrontMatter.Grade()
    if let rules {
      let (read, diagnostics) = FrontMatter.Grade.reading(try Files.demanded(rules))
      guard let read else {
        try complain(about: [(file: rules, diagnostics: diagnostics)])
        throw ExitStatus.failure
      }
      guard read.draws.isEmpty else {
        throw Output.failure(
          "\(rules): `draw` stands below `grade:` in a lesson. For a quiz say it with --draw and "
            + "--from."
        )
      }
      grade = read
    }
    grade.minutes = minutes ?? grade.minutes
    grade.tries = tries.flatMap(FrontMatter.Grade.tries) ?? grade.tries
    if supervised { grade.isSupervised = true }
    return grade
  }
}
