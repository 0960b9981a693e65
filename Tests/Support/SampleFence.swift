/// Fences that the lessons of several tests have.
public enum SampleFence {
  /// A prediction named `mails`, which nothing has to be built for; `story`: what is said first.
  public static func mails(saying story: String? = nil) -> String {
    """
    ```predict mails
    \(story.map { "say:    \($0)\n" } ?? "")run:    wait 1h
    ask:    How many ALARM mails has Mateo then?
    answer: mail(to: "mateo@cafe.example", subject: "ALARM*").count
    near:   0
    why:    Nobody has made an alarm.
    model one: 1
      say:  You expected an alarm that nobody has made.
    ```
    """
  }
}
