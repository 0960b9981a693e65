/// What a graded quiz promises, and what nothing that works offline can promise: one text for the
/// README and for `cafe grade --help`.
public enum Promise {
  public static let holds = [
    "A score follows from what the learner did and from the published rules, and from nothing "
      + "else. Anybody with the key can compute it again and gets the same.",
    "A file that was handed in cannot be changed without its being noticed.",
    "A key that was wrong can be corrected for everybody, and before anything is written you "
      + "see who gains and who loses what.",
    "What was typed survives a crash, a killed program and a power cut.",
    "No learner has the key: what is handed out holds no answers and no hidden conditions. A "
      + "lesson that comes with the program can be looked up all the same.",
  ]

  public static let cannot = [
    "Who sat there, and whether alone.",
    "When things happened between two checkpoints that somebody wrote down: the clock is the "
      + "learner's.",
    "That what the engine can compute stays secret. Whoever has the program can let it predict "
      + "what a command does, so predictions count only where somebody watches.",
    "That every try is in the file. Whoever writes a new journal from its first line on can leave "
      + "some out; a checkpoint on the answer sheet, which `code` prints, shows that.",
    "That a hint's price is paid: hints that the rules allow stand in the learner's file, for "
      + "whoever looks into it. Turn them off where that matters.",
  ]

  /// Both, as paragraphs for a terminal.
  public static let text =
    "What holds, offline too:\n\n" + holds.map { "- " + $0 }.joined(separator: "\n")
    + "\n\nWhat no offline tool can promise:\n\n" + cannot.map { "- " + $0 }.joined(separator: "\n")
}
