import Benchmark
import CafeWorld
import Foundation
import Lab
import Progress
import Terminal
import Tutor

let timesSimPy = BenchmarkMetric.custom("times SimPy", polarity: .prefersLarger)
let residentKiB = BenchmarkMetric.custom("resident KiB", polarity: .prefersSmaller)
let timesMinute = BenchmarkMetric.custom("times wait 1m (%)", polarity: .prefersSmaller)

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock],
    warmupIterations: 1,
    maxDuration: .seconds(4),
    maxIterations: 1_000
  )
  answers()
  engine()
  zones()
  nameServers()
  apiServers()
  processes()
  session()
  grading()
  stage()
  authoring()
}

/// The engine by itself.
func engine() {
  Benchmark("engine: the café day") { benchmark in
    let start = CafeDay.start()
    for _ in benchmark.scaledIterations {
      var world = start
      CafeDay.live(&world)
      blackHole(world)
    }
  }
  Benchmark(
    "engine: the café day against SimPy",
    configuration: .init(metrics: [timesSimPy], warmupIterations: 0, maxIterations: 3)
  ) { benchmark in
    guard let python = Program("SIMPY_PYTHON") else { return benchmark.error("no SIMPY_PYTHON") }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("cafe_day.py").path
    let peer =
      try Double(
        python.run([script]).trimmingCharacters(in: .whitespacesAndNewlines)
      ) ?? 0
    var world = CafeDay.start()
    let ours = ContinuousClock().measure { CafeDay.live(&world) }
    benchmark.measurement(timesSimPy, Int(peer / ours.seconds))
  }
  Benchmark(
    "engine: an hour with ten faults, 10,000 records, 1,000 health checks",
    configuration: .init(metrics: [.wallClock], maxIterations: 30)
  ) { benchmark in
    let start = BigHour.start()
    for _ in benchmark.scaledIterations {
      var world = start
      benchmark.startMeasurement()
      BigHour.live(&world)
      benchmark.stopMeasurement()
      blackHole(world)
    }
  }
  Benchmark(
    "engine: wait 30d against wait 1m, nothing changing, no customers",
    configuration: .init(metrics: [timesMinute], maxIterations: 200)
  ) { benchmark in
    let start = CafeDay.start(customers: 0)
    func cost(_ time: Milliseconds) -> Double {
      let clock = ContinuousClock()
      return clock.measure {
        for _ in 0..<50 {
          var world = start
          CafeDay.perform(&world, .wait(time))
          blackHole(world)
        }
      }.seconds
    }
    let minute = cost(60_000)
    benchmark.measurement(timesMinute, Int(100 * cost(30 * 24 * CafeDay.hour) / minute))
  }
}

/// The release binary as a process.
func processes() {
  Benchmark(
    "process: cafe run of an empty script",
    configuration: .init(metrics: [.wallClock], maxIterations: 100)
  ) { benchmark in
    guard let cafe = Program("CAFE") else { return benchmark.error("no CAFE") }
    for _ in benchmark.scaledIterations { try cafe.run(["run", "-"]) }
  }
  startToPrompt("a new learner", before: nil)
  startToPrompt("a returning learner", before: "next\nstatus\nwait 30m\ndig www\n")
  Benchmark(
    "process: resume of an attempt with 1,000 lines",
    configuration: .init(metrics: [.wallClock], maxIterations: 20)
  ) { benchmark in
    guard let cafe = Program("CAFE") else { return benchmark.error("no CAFE") }
    let scratch = try Scratch()
    let lines = (0..<500).map { "break CafeInstance2 --slow \($0 % 9 + 1)s\nwait 10s" }
    try cafe.run(["--state", scratch.path, "--plain"], input: lines.joined(separator: "\n") + "\n")
    benchmark.startMeasurement()
    try cafe.run(["--state", scratch.path, "--plain"])
    benchmark.stopMeasurement()
  }
}

/// The start at a terminal as a person does it, up to where it first waits for a key.
///
/// `before`: the lines of an earlier sitting.
func startToPrompt(_ learner: String, before lines: String?) {
  Benchmark(
    "process: from start to the first prompt, \(learner)",
    configuration: .init(metrics: [.wallClock, residentKiB], maxIterations: 60)
  ) { benchmark in
    guard let cafe = Program("CAFE") else { return benchmark.error("no CAFE") }
    let scratch = try Scratch()
    setenv("XDG_STATE_HOME", scratch.path, 1)
    setenv("TERM", "xterm-256color", 1)
    if let lines { try cafe.run([], input: lines) }
    benchmark.startMeasurement()
    let memory = try cafe.runToPrompt()
    benchmark.stopMeasurement()
    benchmark.measurement(residentKiB, memory / 1_024)
  }
}

/// One line through the session and onto the disk.
func session() {
  let lines = ["create record www A CafeInstance1 --ttl 60", "wait 30s", "dig www", "undo"]
  var desk: Desk?
  var number = 0
  Benchmark(
    "session: a line to its durable result",
    configuration: .init(metrics: [.wallClock], warmupIterations: 8, maxIterations: 1_000)
  ) { benchmark in
    if desk == nil { desk = try Desk() }
    benchmark.startMeasurement()
    try desk?.take(lines[number % lines.count])
    benchmark.stopMeasurement()
    number += 1
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
