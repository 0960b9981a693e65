import Gradebook
import OrderedCollections
import Testing

@Suite struct `The reports of a class` {
  @Test func `have one row for each learner in the gradebook`() throws {
    let files = try SampleClass.files(of: SampleClass.three)
    #expect(
      files["gradebook.csv"] == """
        \u{FEFF}id,name,SIS User ID,Section,status,points,possible,percent,passed,units,\
        units possible,cafe#check,cafe#records,points off for help,hints read,minutes,facts,\
        submission,reason\r
        17,"Müller, Änn",s17,A,graded,1.6,4,40,no,8,20,1.6,0,0,1,2,1,17.cafesub,\r
        18,Bo Li,s18,A,not handed in,,,,,,,,,,,,,,\r
        19,Cy Roe,s19,B,refused,,,,,,,,,,,,,cy.cafesub,Row 4 does not follow from the row before \
        it: the record was changed. Ask the learner for the record as it was kept.\r

        """
    )
  }

  @Test func `have the columns that Canvas and Moodle take in, and no row for a refusal`() throws {
    let files = try SampleClass.files(of: SampleClass.three)
    #expect(
      files["canvas.csv"] == """
        Student,ID,SIS User ID,SIS Login ID,Section,Failover\r
            Points Possible,,,,,4\r
        "Müller, Änn",17,s17,,A,1.6\r
        Bo Li,18,s18,,A,\r

        """
    )
    #expect(
      files["moodle.csv"] == """
        ID number,Failover,Feedback\r
        17,1.6,"Step check: 1.6 of 2; Step records: 0 of 2"\r
        18,,\r

        """
    )
  }

  @Test func `put ids of a plain roster where Canvas looks for SIS ids`() throws {
    let grades = ClassGrades(
      quiz: SampleClass.quiz(["a"]),
      grades: [SampleClass.absent(SampleClass.learner("x1", "Ann"))]
    )
    let canvas = try #require(try SampleClass.files(of: grades)["canvas.csv"])
    #expect(canvas.contains("\r\nAnn,,x1,,,\r\n"))
  }

  @Test func `say to a learner what was asked, what came, and what the author says`() throws {
    let files = try SampleClass.files(of: SampleClass.three)
    let text = try #require(files["feedback/17.md"])
    #expect(
      text.hasPrefix(
        """
        # Failover

        Müller, Änn (17)

        1.6 of 4 points, 40 %. Passing takes 60 %.

        ## Step check

        1.6 of 2 points.

        - the check of check is quick: holds (1 of 1)

        Why does `check` hold?

        Your response 1, not right:

        ```text
        weighted
        ```

        Your response 2, right:

        ```text
        failover
        ```

        0.6 of 1 point. Needing 2 responses took off 0.4 points.

        The standby serves only while the first site is down.
        """
      )
    )
    #expect(text.contains("0 of 2 points. One hint was read."))
    #expect(text.contains("  - Found: 45 s\n  - Interval times threshold is too long.\n"))
  }

  @Test func `keep facts from the learner and show them to the instructor`() throws {
    let files = try SampleClass.files(of: SampleClass.three)
    let fact = "Nothing was typed for 2 h before row 9."
    #expect(try #require(files["report.html"]).contains(fact))
    for (path, text) in files where path.hasPrefix("feedback/") { #expect(!text.contains(fact)) }
  }

  @Test func `name the refused with their reasons, and what nobody foresaw`() throws {
    let page = try #require(try SampleClass.files(of: SampleClass.three)["report.html"])
    #expect(page.contains("Row 4 does not follow from the row before it"))
    #expect(page.contains("<td>the task</td><td>too-slow</td><td class=\"n\">1</td>"))
    #expect(page.contains("<td>question records-why</td><td>nobody foresaw it</td>"))
    #expect(!page.contains("http:") && !page.contains("https:"), "nothing comes from elsewhere")
  }

  @Test func `count and name what is refused of a learner whose other file is good`() throws {
    let ann = SampleClass.learner("1", "Ann")
    let grades = ClassGrades(
      quiz: SampleClass.quiz(["check"]),
      grades: [SampleClass.graded(ann, [SampleClass.item("check", met: true, responses: [])])],
      refused: [SampleClass.refused(ann, .cannotBeOpened, file: "ann-2.cafesub")]
    )
    let files = try SampleClass.files(of: grades)
    let page = try #require(files["report.html"])
    #expect(page.contains("<bdi>ann-2.cafesub</bdi>"))
    #expect(page.contains("The submission cannot be opened"))
    #expect(page.contains("<dt>Refused</dt><dd>1</dd>"))
    let table = try #require(files["gradebook.csv"])
    #expect(table.contains("ann-2.cafesub: The submission cannot be opened"))
    #expect(table.split(whereSeparator: \.isNewline).count == 2)
  }

  @Test func `tell of submissions of nobody, but give nobody a file`() throws {
    let stranger = SampleClass.learner("", "")
    let grades = ClassGrades(
      quiz: SampleClass.quiz(["a"]),
      grades: [
        SampleClass.absent(SampleClass.learner("1", "Ann")),
        SampleClass.refused(stranger, .notASubmission, file: "holiday.jpg"),
        SampleClass.refused(stranger, .unknownCode, file: "b.cafesub"),
      ]
    )
    let files = try SampleClass.files(of: grades)
    #expect(files.count == 5 + 2)
    let page = try #require(files["report.html"])
    #expect(page.contains("<bdi>holiday.jpg</bdi>") && page.contains("<bdi>b.cafesub</bdi>"))
    #expect(page.contains("<bdi>nobody of the roster</bdi>"))
  }

  @Test func `have files whose names are safe, each its own`() throws {
    let ids = [
      "../../etc/passwd", "a b", "a_b", "A_B", "con", "-rf", "李",
      String(repeating: "x", count: 300),
    ]
    let grades = ClassGrades(
      quiz: SampleClass.quiz(["a"]),
      grades: ids.map { SampleClass.absent(SampleClass.learner($0, "N")) }
    )
    let names = try SampleClass.files(of: grades).keys.filter { $0.hasPrefix("feedback/") }
    #expect(Set(names.map { $0.lowercased() }).count == ids.count * 2)
    for name in names {
      #expect(name.wholeMatch(of: /feedback\/[A-Za-z0-9_][A-Za-z0-9_-]{0,90}\.(md|html)/) != nil)
    }
  }

  @Test func `are the same bytes each time, however often they are made`() throws {
    let first = try SampleClass.files(of: SampleClass.three)
    for _ in 0..<5 { #expect(try SampleClass.files(of: SampleClass.three) == first) }
  }

  @Test(arguments: [
    (1, "0.2"), (5, "1"), (8, "1.6"), (0, "0"), (-3, "-0.6"), (12_345, "2469"),
  ])
  func `print units as points without a rounding on the way`(units: Int, text: String) {
    #expect(Points.text(units, SampleClass.rules) == text)
  }

  @Test func `round thirds half up, to four decimals`() {
    var rules = SampleClass.rules
    rules.tries = [3, 2, 1]
    #expect(Points.text(1, rules) == "0.3333" && Points.text(2, rules) == "0.6667")
  }
}
