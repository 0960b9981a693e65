/// The front matter as text, so that `no` stays no and `08` stays 08 until a reader asks for a
/// number.
struct FrontMatterFields: Decodable {
  var format: String?
  var lesson: String?
  var title: String?
  var minutes: String?
  var seed: String?
  var world: String?
  var after: [String]?
  var goals: [String]?
  var grade: GradeFields?

  struct GradeFields: Decodable {
    var tries: String?
    var minutes: String?
    var pass: String?
  }

  static let keys = [
    "format", "lesson", "title", "minutes", "seed", "world", "after", "goals", "grade",
  ]
  static let lists = ["after", "goals"]
  static let gradeKeys = ["tries", "minutes", "pass"]
}
