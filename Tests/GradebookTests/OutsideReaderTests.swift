import Foundation
import Gradebook
import OrderedCollections
import Support
import Testing

/// Python's readers of HTML, CSV, GIFT, QTI and xAPI, on what hostile and ordinary classes give.
@Suite(.timeLimit(.minutes(2)))
struct `Readers that are not ours` {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let python = root + "/.build/venv/bin/python3"
  private static let isHere: Bool =
    (try? PipedRun(
      Program(python, ["-c", "import html5lib, lxml, onyx2moodle, pygiftparser.parser, tincan"])
    ).exit == .code(0)) ?? false

  @Test(.enabled(if: isHere, "needs the Python of Tests/Clients/requirements.txt (`make clients`)"))
  func `take in every report and every question`() throws {
    let scratch = try Scratch()
    let portable = try `Questions for other systems`.portable()
    try Self.write(Reports(SampleClass.asset).files(of: Self.everyone), to: scratch)
    let names = """
      {"policy": ["SelectSet", 3], "term": ["SelectSet", 3], "seconds": ["NumericAnswerSet", 2],
       "steps": ["MatchingSet", 3]}
      """
    try scratch.write(portable.gift(title: "Small"), to: "questions.gift")
    try scratch.write(names, to: "names.json")
    try Data(portable.qti(identifier: "small"))
      .write(to: URL(fileURLWithPath: scratch.path + "/questions.zip"))
    let run = try PipedRun(
      Program(
        Self.python,
        [Self.root + "/Tests/Clients/gradebook.py", scratch.path],
        environment: ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
      ),
      input: [],
      seconds: 100
    )
    #expect(run.exit == .code(0), "\(run.errors)\n\(run.output)")
    #expect(run.output.contains("gradebook: "), "\(run.output)")
  }

  private static let verifies: Bool =
    (try? PipedRun(Program(python, ["-c", "import base58, cryptography, jsonschema, rfc8785"])).exit
      == .code(0)) ?? false

  @Test(
    .enabled(if: verifies, "needs the Python of Tests/Clients/requirements.txt (`make clients`)")
  )
  func `verify a certificate, and none that was edited`() throws {
    let scratch = try Scratch()
    let text = String(decoding: try `A certificate`.file(), as: UTF8.self)
    try scratch.write(text, to: "good.json")
    try scratch.write(text.replacing("Ann Lee", with: "Eve Lee"), to: "edited.json")
    for (file, isGood) in [("good.json", true), ("edited.json", false)] {
      let run = try PipedRun(
        Program(
          Self.python,
          [Self.root + "/Tests/Clients/certificate.py", scratch.path + "/" + file],
          environment: ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
        )
      )
      #expect((run.exit == .code(0)) == isGood, "\(run.errors)")
      #expect(run.errors.contains("InvalidSignature") == !isGood, "\(run.errors)")
    }
  }

  /// An ordinary class, and one learner for each hostile text.
  private static var everyone: ClassGrades {
    let hostile = `What a learner writes`.hostile.enumerated().map { place, text in
      SampleClass.graded(
        SampleClass.learner("h\(place)" + text, text, [("SIS User ID", text)]),
        [
          SampleClass.item("check", met: false, responses: [(text, false, text)], found: text),
          SampleClass.item("records", met: true, responses: [(text, true, "failover")]),
        ],
        facts: [.anotherSubmission(text)]
      )
    }
    return ClassGrades(
      quiz: SampleClass.three.quiz,
      grades: SampleClass.three.grades + hostile
    )
  }

  private static func write(_ files: [ReportFile], to scratch: Scratch) throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/feedback",
      withIntermediateDirectories: true
    )
    for file in files {
      try Data(file.bytes).write(to: URL(fileURLWithPath: scratch.path + "/" + file.path))
    }
  }
}
