import Mustache

/// One file that a grading run leaves.
public struct ReportFile: Sendable {
  /// Below the folder of the run, such as `feedback/ann.html`; ASCII, and safe as a file's name.
  public let path: String
  private let make: @Sendable () -> [UInt8]

  package init(_ path: String, _ make: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.make = make
  }

  package init(_ path: String, _ bytes: [UInt8]) { self.init(path) { bytes } }

  init(_ path: String, text: @escaping @Sendable () -> String) {
    self.init(path) { Array(text().utf8) }
  }

  /// Made when it is asked for, so that several threads can share the work.
  public var bytes: [UInt8] { make() }
}

/// Everything that is written about a class's grades.
public struct Reports: Sendable {
  let page: MustacheTemplate
  let feedback: MustacheTemplate

  /// Takes the pages that are filled in; `asset` gives a text of `Assets/` by its path.
  ///
  /// - Throws: where a page is no template.
  public init(_ asset: (String) -> String?) throws {
    page = try MustacheTemplate(string: asset("gradebook/report.html") ?? "")
    feedback = try MustacheTemplate(string: asset("gradebook/feedback.html") ?? "")
  }

  /// The files of a run, in the order in which they are best looked at: the same grades give the
  /// same bytes.
  public func files(of grades: ClassGrades) -> [ReportFile] {
    let names = FileNames(grades.grades.map(\.learner.id))
    var files = [
      ReportFile("report.html", text: { reportPage(grades, names) }),
      ReportFile("gradebook.csv") { grades.gradebook.bytes(marked: true) },
      ReportFile("canvas.csv") { grades.canvas.bytes(marked: false) },
      ReportFile("moodle.csv") { grades.moodle.bytes(marked: false) },
      ReportFile("xapi.jsonl", text: { grades.statements }),
    ]
    for (place, grade) in grades.grades.enumerated() where !grade.isOfNobody {
      let path = "feedback/" + names[place]
      files.append(ReportFile(path + ".md", text: { grade.feedbackText(grades.quiz) }))
      files.append(ReportFile(path + ".html", text: { feedbackPage(grade, grades.quiz) }))
    }
    return files
  }
}

extension Grade {
  /// Whether it is of a submission that belongs to nobody whom the roster knows.
  var isOfNobody: Bool { learner.id.isEmpty }
}
