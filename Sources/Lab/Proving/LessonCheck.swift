import Commands

/// Everything that has to be looked at before a lesson can be trusted: its file, its texts, and
/// each variant in so many worlds.
public struct LessonCheck: Sendable {
  /// The lesson in each of its variants; empty when its file cannot be read.
  public let lessons: [Lesson]
  /// What can be done in any order, by any thread.
  public let jobs: [ProofJob]
  private let diagnostics: [Diagnostic]
  private let before: [Lesson]
  private let lines: [SourceLine]
  /// What the lesson types, read ahead.
  private let typed: LineMemory

  /// How many walks through a lesson are made at most; with more pairs of variant and world, each
  /// variant is walked in one world, and the first in all of them.
  static let mostWalks = 400

  /// `id`: what the file is named, without its suffix; `scenes`: those that `world` may name;
  /// `before`: gives the lessons that come before a lesson.
  public init(
    _ bytes: [UInt8],
    id: String?,
    scenes: Scenes,
    seeds: [UInt64],
    before: (Lesson) -> [Lesson] = { _ in [] }
  ) {
    let first = LessonReading(bytes, id: id, scenes: scenes)
    var diagnostics = first.diagnostics
    var lessons = first.lesson.map { [$0] } ?? []
    if let lesson = first.lesson, lesson.variants > 1 {
      for variant in 1..<lesson.variants {
        let reading = LessonReading(bytes, id: id, scenes: scenes, variant: variant)
        diagnostics += reading.diagnostics.filter { !diagnostics.contains($0) }
        if let lesson = reading.lesson { lessons.append(lesson) }
      }
    }
    self.diagnostics = diagnostics
    self.lessons = lessons
    self.before = first.lesson.map(before) ?? []
    var log = DiagnosticLog()
    lines = LessonSource(bytes, log: &log).lines
    typed = LineMemory(of: lessons)
    jobs = Self.jobs(lessons, seeds, typed)
  }

  private static func jobs(
    _ lessons: [Lesson],
    _ seeds: [UInt64],
    _ lines: LineMemory
  ) -> [ProofJob] {
    let isSmall = lessons.count * seeds.count <= mostWalks
    return seeds.enumerated().map { place, seed in
      let walked = lessons.enumerated().filter { index, _ in
        isSmall || index == 0 || index % seeds.count == place
      }
      return ProofJob(
        lessons: walked.map(\.element),
        seed: seed,
        lines: lines,
        isThorough: place == 0
      )
    }
  }

  /// Everything that was found, in the order of the file.
  ///
  /// `sightings`: what the jobs came to, in their order; `others`: what else was found.
  public func remarks(_ sightings: [Sighting], and others: [Remark] = []) -> [Remark] {
    let still = lessons.flatMap { lesson in
      (Proof(of: lesson).findings + lesson.findingsInTeaching(before: before)).map {
        Sighting(finding: $0, variant: lesson.variant, seed: lesson.front.seed)
      }
    }
    let shown = lessons.prefix(1).flatMap { lesson in
      DemoProof(of: lesson, lines: typed).findings.map {
        Sighting(finding: $0, variant: lesson.variant, seed: lesson.front.seed)
      }
    }
    let alone = lessons.map {
      ProofJob(lessons: [$0], seed: $0.front.seed, lines: LineMemory(), isThorough: false)
    }
    let remarks =
      diagnostics.map { Remark($0) } + missing + others
      + placed(still).remarks(worlds: alone, of: lessons)
      + placed(shown).remarks(worlds: Array(alone.prefix(1)), of: lessons)
      + placed(sightings).remarks(worlds: jobs, of: lessons)
    return remarks.enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element)
  }

  /// Lessons that should come before this one, and are not at hand.
  private var missing: [Remark] {
    let after = lessons.first?.front.after ?? []
    return after.filter { id in !before.contains { $0.id == id } }.map { id in
      let line = lines.first { $0.text.range(of: id) != nil && !$0.text.begins(with: "lesson:") }
      return Remark(
        position: line?.position ?? SourcePosition(line: 1, column: 1),
        code: "P064",
        step: nil,
        message: "The lesson `\(id)` comes before this one, and is not at hand.",
        fix: "Put its file into this folder, or name its folder: `--lessons DIR`."
      )
    }
  }

  /// Where a text first stands in a step; its heading where it does not.
  public func position(of text: String, in step: Step) -> SourcePosition {
    step.position.place(of: text, in: lines) ?? step.position
  }

  /// The findings where a reader's eye is led to: at the very text that they are about.
  private func placed(_ sightings: [Sighting]) -> [Sighting] {
    sightings.map { sighting in
      Sighting(
        finding: sighting.finding.placed(in: lines),
        variant: sighting.variant,
        seed: sighting.seed
      )
    }
  }
}

extension [Finding] {
  /// The findings where a reader's eye is led to: at the very text that they are about, in the file
  /// that holds these bytes.
  public func placed(in bytes: [UInt8]) -> [Finding] {
    var log = DiagnosticLog()
    let lines = LessonSource(bytes, log: &log).lines
    return map { $0.placed(in: lines) }
  }
}

extension Finding {
  /// At the first place below its own, within the step, where its text stands.
  fileprivate func placed(in lines: [SourceLine]) -> Finding {
    guard let place = text.flatMap({ position.place(of: $0, in: lines) }) else { return self }
    return Finding(position: place, step: step, problem: problem)
  }

  /// What to look for in the file.
  private var text: String? {
    switch problem {
    case .saysNothing(let formula): "${\(formula)}"
    case .unknownProperty(let query, _), .unknownStep(let query, _): query.description
    case .notMet(.demo, _, _): "```demo"
    case .startPasses: "```task"
    default: nil
    }
  }
}

extension SourcePosition {
  /// The first place from here on, up to the next step, where a text stands.
  fileprivate func place(of text: String, in lines: [SourceLine]) -> SourcePosition? {
    guard line <= lines.count else { return nil }
    for source in lines[(line - 1)...] {
      if source.number > line, source.text.begins(with: "## ") { return nil }
      if let found = source.text.range(of: text) { return source.position(of: found.lowerBound) }
    }
    return nil
  }
}
