extension Runbook {
  /// The runbook as Markdown; what learners and authors wrote is shown, never obeyed.
  ///
  /// `name`: what the files of its drawings begin with; they lie beside it.
  func markdown(drawings name: String) -> String {
    var text = "# \(Markdown.plain(title))\n\n"
    text += "A runbook of the lesson \(Markdown.code(lesson)) of the Failover Café"
    text += points.map { ": \($0)" } ?? ""
    text += ".\n\n\(Self.aboutAws)\n"
    for chapter in chapters { text += chapter.markdown(drawings: name) }
    text += "\n## To build all of it again\n\n\(Wording(rebuilding).markdown(Markdown.plain))\n\n"
    return text + Markdown.block(lines.joined(separator: "\n"))
  }
}

extension Runbook.Chapter {
  fileprivate func markdown(drawings name: String) -> String {
    var text = "\n## \(Markdown.plain(title))\n\n"
    if let points { text += "\(Markdown.line(points))\n\n" }
    text += deedText + findingText + replies.map(\.markdown).joined()
    if let picture {
      text += "### What happened when\n\n"
      text += "![\(Markdown.plain(picture.title))](<\(name)-\(step).svg>)\n\n"
      text += picture.moments.map { "- \(Markdown.plain($0))\n" }.joined()
    }
    return text
  }

  private var deedText: String {
    guard !deeds.isEmpty else { return "" }
    let setup = deeds.filter(\.isSetup)
    let own = deeds.filter { !$0.isSetup }
    let same = "The same with the AWS CLI"
    let parts: [(title: String, lines: [String])] = [
      ("What the lesson had prepared", setup.map(\.line)), (same, setup.withAws),
      ("What was done", own.map(\.line)), (same, own.withAws),
    ]
    var text = ""
    for (title, lines) in parts where !lines.isEmpty {
      text += "### \(title)\n\n\(Markdown.block(lines.joined(separator: "\n")))\n"
    }
    return text
  }

  private var findingText: String {
    guard !findings.isEmpty else { return "" }
    let lines = findings.map { finding in
      "- \(finding.isMet ? "✓" : "○") \(Wording(finding.label).markdown(Markdown.plain))"
        + (finding.reason.map { " (\(Markdown.plain($0)))" } ?? "") + "\n"
    }
    return "### Why it holds\n\n\(lines.joined())\n"
  }
}

extension [Runbook.Deed] {
  /// All of them with the AWS CLI; none where AWS has words for nothing.
  fileprivate var withAws: [String] {
    contains { !$0.aws.isEmpty } ? flatMap(\.withAws) : []
  }
}

extension Runbook.Reply {
  fileprivate var markdown: String {
    var text = "### Asked: \(Wording(asked).markdown(Markdown.plain))\n\n"
    for said in said {
      let meaning = said.meaning.map { ", " + Wording($0).markdown(Markdown.plain) } ?? ""
      text += "- I said \(Markdown.code(said.text))\(meaning)\(said.verdict)\n"
    }
    if let came { text += "- The engine came to \(Markdown.code(came))\n" }
    if let right { text += "- Right is: \(Wording(right).markdown(Markdown.plain))\n" }
    text += "\n"
    if let why, !why.isEmpty { text += "\(Wording(why).markdown(Markdown.plain))\n\n" }
    return text
  }
}
