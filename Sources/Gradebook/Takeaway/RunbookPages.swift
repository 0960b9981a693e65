import Mustache

/// Writes a runbook down, as Markdown or as one HTML page that needs nothing from elsewhere.
public struct RunbookPages: Sendable {
  private let page: MustacheTemplate

  /// What a runbook can be written as.
  public enum Kind: Hashable, Sendable {
    case markdown
    case html

    /// By the end of a file's name; nil: it says neither.
    public init?(path: String) {
      let name = path.lowercased()
      if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
        self = .markdown
      } else if name.hasSuffix(".html") || name.hasSuffix(".htm") {
        self = .html
      } else {
        return nil
      }
    }
  }

  /// Takes the page that is filled in; `asset` gives a text of `Assets/` by its path.
  ///
  /// - Throws: where it is no template.
  public init(_ asset: (String) -> String?) throws {
    page = try MustacheTemplate(string: asset("takeaway/runbook.html") ?? "")
  }

  /// The files of a runbook, first the one that was asked for: Markdown has its drawings beside it.
  public func files(of runbook: Runbook, _ kind: Kind, to path: String) -> [ReportFile] {
    switch kind {
    case .html: return [ReportFile(path, Array(html(runbook).utf8))]
    case .markdown:
      let end = path.lastIndex(of: ".") ?? path.endIndex
      let stem = String(path[..<end])
      let name = stem.split(separator: "/").last.map(String.init) ?? stem
      let drawings = runbook.chapters.compactMap { chapter in
        chapter.picture.map { ReportFile("\(stem)-\(chapter.step).svg", Array($0.svg.utf8)) }
      }
      return [ReportFile(path, Array(runbook.markdown(drawings: name).utf8))] + drawings
    }
  }

  private func html(_ runbook: Runbook) -> String {
    page.render([
      "title": pageText(runbook.title),
      "lesson": pageText(runbook.lesson),
      "points": runbook.points.map(pageText) ?? "",
      "hasPoints": runbook.points != nil,
      "aboutAws": Runbook.aboutAws,
      "rebuilding": Reports.parts(runbook.rebuilding),
      "lines": runbook.lines.map(pageText).joined(separator: "\n"),
      "chapters": runbook.chapters.map(Self.chapter),
    ])
  }

  private static func chapter(_ chapter: Runbook.Chapter) -> [String: Any] {
    [
      "title": pageText(chapter.title),
      "id": pageText(chapter.step),
      "points": chapter.points.map(pageText) ?? "",
      "hasDeeds": !chapter.deeds.isEmpty,
      "deeds": chapter.deeds.map { deed in
        [
          "line": pageText(deed.line), "isSetup": deed.isSetup, "hasAws": !deed.aws.isEmpty,
          "aws": deed.aws.map(pageText).joined(separator: "\n"),
        ]
      },
      "hasFindings": !chapter.findings.isEmpty,
      "findings": chapter.findings.map { finding in
        [
          "mark": finding.isMet ? "✓" : "○", "parts": Reports.parts(finding.label),
          "reason": finding.reason.map { " (\(pageText($0)))" } ?? "",
        ]
      },
      "hasReplies": !chapter.replies.isEmpty,
      "replies": chapter.replies.map(reply),
      "hasPicture": chapter.picture != nil,
      "svg": chapter.picture?.svg ?? "",
      "caption": pageText(chapter.picture?.title ?? ""),
      "moments": (chapter.picture?.moments ?? []).map { ["text": pageText($0)] },
    ]
  }

  private static func said(_ said: Runbook.Said) -> [String: Any] {
    [
      "response": pageText(said.text),
      "meaning": Reports.parts(said.meaning.map { ", " + $0 } ?? ""),
      "verdict": said.verdict,
    ]
  }

  private static func reply(_ reply: Runbook.Reply) -> [String: Any] {
    [
      "asked": Reports.parts(reply.asked),
      "said": reply.said.map(said),
      "hasCame": reply.came != nil,
      "came": pageText(reply.came ?? ""),
      "hasRight": reply.right != nil,
      "right": Reports.parts(reply.right ?? ""),
      "hasWhy": reply.why?.isEmpty == false,
      "why": Reports.parts(reply.why ?? ""),
    ]
  }
}
