/// A pattern for text: `*` is any run of characters, `?` is any one.
///
/// Case counts.
public struct Glob: Hashable, Sendable {
  public let pattern: String

  public init(_ pattern: String) {
    self.pattern = pattern
  }

  /// Takes time in proportion to the product of both lengths at worst: a star only ever grows.
  public func matches(_ text: String) -> Bool {
    let pattern = Array(pattern)
    let text = Array(text)
    var p = 0
    var t = 0
    var lastStar: (pattern: Int, text: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == "*" {
        lastStar = (p, t)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == text[t] {
        p += 1
        t += 1
      } else if let star = lastStar {
        lastStar = (star.pattern, star.text + 1)
        p = star.pattern + 1
        t = star.text + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
