/// The text of a lesson that somebody begins to write.
public enum NewLesson {
  /// The file below `Assets/` that it is made of.
  public static let path = "author/new.lab.md"

  /// `pattern`: that file; `id`: what the lesson is called; `title`: nil makes one of the id.
  public static func text(of pattern: String, id: String, title: String?) -> String {
    pattern.replacing("{{id}}", with: id).replacing(
      "{{title}}",
      with: quoted(title ?? name(of: id))
    )
  }

  /// `two-kitchens` gives `Two kitchens`.
  private static func name(of id: String) -> String {
    let words = id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// A value of YAML that is read as it is written.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''").filter { !$0.isNewline } + "'"
  }
}
