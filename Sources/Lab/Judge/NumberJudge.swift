/// Judges a response that is one number, perhaps with a unit.
public struct NumberJudge: Sendable {
  /// A value and how far from it a response still means it.
  public struct Target: Hashable, Sendable {
    public let name: String
    public let value: Double
    public let tolerance: Double

    public init(name: String, value: Double, tolerance: Double) {
      self.name = name
      self.value = value
      self.tolerance = tolerance
    }

    func contains(_ number: Double) -> Bool {
      // A response exactly at the edge is inside, whatever the last bit of the sum.
      (number - value).magnitude <= tolerance + 1e-9 * max(1, value.magnitude)
    }
  }

  private let right: Target
  private let wrong: [Target]
  private let unit: String?

  /// Takes the unit that the question counts in.
  ///
  /// Times are converted to it; nil takes any word, and times as seconds.
  public init(right: Target, wrong: [Target] = [], unit: String? = nil) {
    self.right = right
    self.wrong = wrong
    self.unit = unit
  }

  public func judge(_ response: String) -> Verdict {
    do {
      let number = try Quantity(response).amount(in: unit)
      if right.contains(number) { return .right(idea: right.name) }
      if let near = nearestWrong(to: number) { return .wrong(idea: near.name) }
      return .unknown(.noIdea)
    } catch {
      return .invalid(error.flaw)
    }
  }

  private func nearestWrong(to number: Double) -> Target? {
    wrong.filter { $0.contains(number) }
      .min { ($0.value - number).magnitude < ($1.value - number).magnitude }
  }
}
