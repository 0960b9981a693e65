import Benchmark
import Foundation

/// Proving the whole course, as its author waits for it.
func authoring() {
  for command in ["check", "mutate"] {
    Benchmark(
      "process: cafe author \(command) of the whole course",
      configuration: .init(metrics: [.wallClock], warmupIterations: 0, maxIterations: 5)
    ) { benchmark in
      guard let cafe = Program("CAFE") else { return benchmark.error("no CAFE") }
      for _ in benchmark.scaledIterations { try cafe.run(["author", command]) }
    }
  }
}
