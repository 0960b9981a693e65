extension StageFrame.Poll {
  /// What a demo asks the room now; nil: nothing.
  init?(of session: Session) {
    guard let poll = session.demo?.poll else { return nil }
    // A page shows words, not the marks around them.
    func plain(_ text: String) -> String { text.filter { $0 != "`" } }
    self.init(
      question: plain(poll.question),
      choices: poll.choices.map {
        Choice(plain($0.label), count: $0.hands, isRight: $0.isRight)
      },
      outcome: poll.answer.map(plain)
    )
  }
}
