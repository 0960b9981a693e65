import CafeWorld
import Commands

/// A model solution with one thing changed.
struct SolutionMutant {
  let mutant: Mutant
  /// Whether all that is missing is a look or a wait, which a learner may well leave out.
  var isOfNoWeight = false
  /// The changed solutions; the change is noticed when one of them is.
  let ways: [[String]]
}

extension Step {
  /// The mutants of the solution: a line less, an option less, another server, another number.
  ///
  /// `servers`: the names of the instances that there are.
  func solutionMutants(servers: [String]) -> [SolutionMutant] {
    solution.indices.flatMap { place -> [SolutionMutant] in
      let line = solution[place]
      let cut = LineCut(line.text)
      guard !cut.verb.isEmpty else { return [] }
      var mutants = [
        mutant(cut.verb.joined(separator: "-"), "without `\(line.text)`", place, [nil])
      ]
      mutants[0].isOfNoWeight = cut.onlyLooks
      for option in cut.options {
        mutants.append(
          mutant(
            "no-\(option.name)",
            "without `--\(option.name)`",
            place,
            [cut.replacing(option.range, with: "")]
          )
        )
        guard let value = option.value, let number = Int(value.text) else { continue }
        mutants.append(
          mutant(
            option.name,
            "another number than `--\(option.name) \(number)`",
            place,
            Self.others(than: number).map { cut.replacing(value.range, with: "\($0)") }
          )
        )
      }
      for word in cut.words.dropFirst(cut.verb.count) where servers.contains(word.text) {
        guard let other = servers.first(where: { $0 != word.text }) else { continue }
        mutants.append(
          mutant(
            "server",
            "`\(quoted(other))` in place of `\(word.text)`",
            place,
            [cut.replacing(word.range, with: quoted(other))]
          )
        )
      }
      return mutants
    }
  }

  /// One more and one less, and further off; ten and thirty are the intervals that there are.
  private static func others(than number: Int) -> [Int] {
    let all = [number + 1, number - 1, number * 2, number / 2, number * 10, 10, 30, 300]
    return all.reduce(into: []) { kept, other in
      if other != number, other >= 0, !kept.contains(other) { kept.append(other) }
    }
  }

  /// `lines`: what stands in place of the line, nil: nothing.
  private func mutant(
    _ name: String,
    _ change: String,
    _ place: Int,
    _ lines: [String?]
  ) -> SolutionMutant {
    let texts = solution.map(\.text)
    return SolutionMutant(
      mutant: Mutant(
        name: name,
        change: change,
        position: solution[place].position,
        origin: .solution
      ),
      ways: lines.map { line in
        Array(texts[..<place]) + (line.map { [$0] } ?? []) + Array(texts[(place + 1)...])
      }
    )
  }
}
