import Benchmark
import Foundation

let pageBytes = BenchmarkMetric.custom("page (bytes)", polarity: .prefersSmaller)
let pixelMilliseconds = BenchmarkMetric.custom("line to pixels (ms)", polarity: .prefersSmaller)
let worstMilliseconds = BenchmarkMetric.custom("at most (ms)", polarity: .prefersSmaller)
let idleShare = BenchmarkMetric.custom(
  "core, 50 idle browsers (1/100 %)",
  polarity: .prefersSmaller
)

/// The page for the projector, in a real browser.
func stage() {
  Benchmark(
    "stage: a typed line in a browser's pixels, and 50 browsers while nothing happens",
    configuration: .init(
      metrics: [pageBytes, pixelMilliseconds, worstMilliseconds, idleShare],
      warmupIterations: 0,
      maxDuration: .seconds(240),
      maxIterations: 1
    )
  ) { benchmark in
    guard let cafe = Program("CAFE"), let python = Program("SIMPY_PYTHON") else {
      return benchmark.error("no CAFE and SIMPY_PYTHON")
    }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Clients/stage.py").standardizedFileURL.path
    let said = try python.run(
      [script, cafe.path, "--rounds", "20", "--watchers", "50", "--idle", "45"]
    )
    guard
      let found = said.firstMatch(
        of: /page (\d+) bytes; event to pixels (\d+) ms, (\d+) at most; 50 browsers idle ([\d.]+) %/
      ), let share = Double(found.4)
    else { throw Failure(text: "the browser says: \(said)") }
    benchmark.measurement(pageBytes, Int(found.1) ?? 0)
    benchmark.measurement(pixelMilliseconds, Int(found.2) ?? 0)
    benchmark.measurement(worstMilliseconds, Int(found.3) ?? 0)
    benchmark.measurement(idleShare, Int(share * 100))
  }
}
