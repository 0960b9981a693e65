import LineEditor
import Terminal
import Tutor

/// What a demo needs of the table.
extension Table {
  /// Types a line as a person does; a key types the rest of it at once.
  func type(_ line: String, behind prompt: Styled) {
    stopAtScreenful()
    put(render(prompt, on: display))
    if let editor = watched {
      editor.watchingKeys { type(line, editor) }
    } else if presenter?.isWatched == false {
      type(line, nil)
    } else {
      // Somebody who listens to the screen wants the line whole.
      put(line)
    }
    put("\n")
  }

  private func type(_ line: String, _ editor: LineEditor?) {
    var isHurried = false
    for (character, pause) in zip(line, Typing.pauses(in: line)) {
      if !isHurried, presenter?.wait(pause, watching: editor) != .timedOut { isHurried = true }
      put(render(Styled(String(character), .command), on: display))
    }
  }

  func turnPage() {
    shown = 0
    if watched != nil { put("\u{1B}[H\u{1B}[2J") } else { put("\n") }
  }

  /// A line as a recording shows it; of Enter alone, a room sees nothing.
  func note(_ line: String, behind prompt: Styled) {
    guard let presenter else { return }
    if !line.allSatisfy(\.isWhitespace) {
      presenter.cast?.wrote(render(prompt, on: display) + sanitised(line) + "\n")
    } else if watched != nil {
      Output.write("\u{1B}[A\r\u{1B}[K", to: 1)
    }
  }
}
