import Gradebook
import Testing

struct `An author's stress` {
  @Test(
    arguments: [
      ("", ""), ("*", "*"), ("the *next* change", "the next change"),
      ("**both** of *them*", "both of them"), ("2 * 3 * 4", "2 * 3 * 4"),
      ("`*.cafe.example` and *.cafe.example", "`*.cafe.example` and *.cafe.example"),
      ("*open", "*open"), ("`a*b*c` *d*", "`a*b*c` d"),
    ] as [(String, String)]
  )
  func `leaves the words without their stars`(text: String, plain: String) {
    #expect(text.withoutStress == plain)
  }
}
