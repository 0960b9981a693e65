/// Which keys the front matter has, and what shape their values have.
enum FrontMatterKeys {
  static let all = [
    "format", "lesson", "title", "minutes", "seed", "world", "after", "goals", "grade",
    "accept",
  ]
  static let lists = ["after", "goals"]
  static let mappings = ["grade", "accept"]
}
