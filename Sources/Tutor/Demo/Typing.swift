/// How long somebody at a keyboard takes for each character of a line.
public enum Typing {
  /// Milliseconds before each character, the same for the same line: quick within a word, slower
  /// at its beginning, and with a breath before the first.
  public static func pauses(in line: String) -> [Int] {
    var pauses: [Int] = []
    var last: Character = " "
    for (place, character) in line.enumerated() {
      let swing = (place * 37 + line.utf8.count * 11) % 30
      let start = last == " " || last == "-" ? 55 : 0
      pauses.append((place == 0 ? 350 : 35) + swing + start)
      last = character
    }
    return pauses
  }

  /// Milliseconds that a room needs to read a text, with a moment to look up.
  public static func reading(_ text: String) -> Int {
    min(20_000, 1_500 + 260 * text.split { " \n".contains($0) }.count)
  }
}
