import Terminal

// What the terminal's picture is made of, as the page takes it.

extension StageFrame.Line {
  /// The text on one line; its tone is the gravest in it.
  init(_ styled: Styled) {
    let inks = styled.runs.map(\.style.ink)
    let gravest = [Style.Ink.bad, .warning, .good].first(where: inks.contains)
    self.init(
      text: styled.text.split { " \n".contains($0) }.joined(separator: " "),
      tone: gravest.map { StageFrame.Tone($0) } ?? .plain
    )
  }
}

extension StageFrame.Tone {
  init(_ ink: Style.Ink) {
    self =
      switch ink {
      case .good: .good
      case .bad: .bad
      case .warning: .warning
      case .quiet: .quiet
      case .plain, .accent, .heading, .command, .value: .plain
      }
  }

  init(_ state: Diagram.State) {
    self =
      switch state {
      case .plain: .plain
      case .good: .good
      case .bad: .bad
      case .warning: .warning
      case .quiet: .quiet
      }
  }
}

extension StageFrame.Box {
  init(_ box: Diagram.Box) {
    self.init(
      title: box.title,
      lines: box.lines.map { StageFrame.Line($0) },
      tone: StageFrame.Tone(box.state)
    )
  }
}

extension StageFrame.Part {
  init(_ linked: Diagram.Linked) {
    self.init(
      box: StageFrame.Box(linked.box),
      label: linked.link.label,
      flow: StageFrame.Flow(linked.link.flow)
    )
  }

  /// What stands where nothing is yet.
  init(missing title: String, _ words: String) {
    let line = StageFrame.Line(text: words, tone: .quiet)
    self.init(
      box: StageFrame.Box(title: title, lines: [line], tone: .quiet),
      label: "",
      flow: .idle
    )
  }
}

extension StageFrame.Flow {
  init(_ flow: Diagram.Flow) {
    self =
      switch flow {
      case .active: .active
      case .idle: .idle
      case .dead: .dead
      }
  }
}
