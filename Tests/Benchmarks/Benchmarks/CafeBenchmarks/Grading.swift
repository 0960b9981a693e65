import Benchmark
import Dispatch
import Foundation
import Gradebook
import Synchronization

/// A class of submissions, replayed and judged.
func grading() {
  Benchmark(
    "grading: 1,000 submissions of 60 lines on two threads",
    configuration: .init(metrics: [.wallClock, residentKiB], maxIterations: 3)
  ) { benchmark in
    let graded = try GradedClass(learners: 1_000)
    benchmark.startMeasurement()
    let next = Atomic(0)
    let hands = DispatchGroup()
    for _ in 0..<2 {
      hands.enter()
      Thread.detachNewThread {
        while true {
          let place = next.add(1, ordering: .relaxed).oldValue
          guard place < graded.submissions.count else { break }
          blackHole(graded.grader.marked(graded.submissions[place], named: "\(place)"))
        }
        hands.leave()
      }
    }
    hands.wait()
    benchmark.stopMeasurement()
    benchmark.measurement(residentKiB, try residentMemory() / 1_024)
  }
  alone("graded") { blackHole($0.grader.marked($0.submissions[0], named: "one")) }
  alone("opened and replayed") { blackHole(try $0.grader.replay(of: $0.submissions[0])) }
}

/// One submission by itself, of which the grader remembers nothing.
private func alone(_ what: String, _ work: @escaping (GradedClass) throws -> Void) {
  Benchmark(
    "grading: one submission of 60 lines, \(what)",
    configuration: .init(metrics: [.wallClock], maxIterations: 1_000)
  ) { benchmark in
    let graded = try GradedClass(learners: 1)
    benchmark.startMeasurement()
    try work(graded)
    benchmark.stopMeasurement()
  }
}

/// The bytes of memory that this process has now.
private func residentMemory() throws -> Int {
  let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
  return (Int(pages[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE))
}
