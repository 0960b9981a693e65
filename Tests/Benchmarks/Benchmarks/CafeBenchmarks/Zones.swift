import Benchmark
import DNS
import Foundation
import Route53

let bytesPerRecordSet = BenchmarkMetric.custom("bytes a record set", polarity: .prefersSmaller)

/// The control plane of Route 53 in a zone as large as an account may have.
func zones() {
  Benchmark("zones: a batch of 1,000 records into a zone of 9,000") { benchmark in
    let zone = Zone.grown(to: 9_000)
    let batch = Zone.batch(9_000..<10_000)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      var copy = zone
      Zone.change(&copy, batch)
      blackHole(copy)
    }
  }
  Benchmark("zones: 500 record sets replaced in a zone of 10,000") { benchmark in
    let zone = Zone.grown(to: 10_000)
    let batch = ChangeBatch(
      changes: (0..<500).flatMap { index in
        [
          Change(.delete, Zone.request(index * 7)),
          Change(.create, Zone.request(20_000 + index)),
        ]
      }
    )
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      var copy = zone
      Zone.change(&copy, batch)
      blackHole(copy)
    }
  }
  Benchmark(
    "zones: memory of 100,000 record sets in ten zones",
    configuration: .init(metrics: [bytesPerRecordSet], warmupIterations: 0, maxIterations: 1)
  ) { benchmark in
    let before = try Zone.residentMemory()
    let zones = (0..<10).map { Zone.grown(to: 10_000, from: $0 * 10_000) }
    let after = try Zone.residentMemory()
    let count = zones.reduce(0) { $0 + $1.records.count }
    benchmark.measurement(bytesPerRecordSet, (after - before) / count)
    blackHole(zones)
  }
}

/// A zone of many A records whose names are in no order.
private enum Zone {
  static func request(_ index: Int) -> RecordSetRequest {
    let word = UInt64(index) &* 0x9e37_79b9_7f4a_7c15 >> 20
    return RecordSetRequest(
      name: "n\(String(word, radix: 36)).cafe.example",
      type: "A",
      ttl: 60,
      values: ["54.\(index >> 16 & 255).\(index >> 8 & 255).\(index & 255)"]
    )
  }

  static func batch(_ range: Range<Int>) -> ChangeBatch {
    ChangeBatch(changes: range.map { Change(.create, request($0)) })
  }

  /// A zone with so many record sets, the two of its own among them.
  static func grown(to count: Int, from first: Int = 0) -> HostedZone {
    var zone = HostedZone(
      id: HostedZoneID("Z0BENCHMARK"),
      name: DomainName(known: "cafe.example"),
      comment: nil,
      nameServers: HostedZone.nameServers(seed: 7)
    )
    for start in stride(from: 0, to: count - 2, by: 1_000) {
      change(&zone, batch(first + start..<first + min(start + 1_000, count - 2)))
    }
    return zone
  }

  static func change(_ zone: inout HostedZone, _ batch: ChangeBatch) {
    do {
      let after = try zone.validated(batch) { _ in true }
      zone.submit(after, of: [], change: ChangeID("C0"), at: 0, inSyncAt: 0)
      zone.settle(at: 0)
    } catch { preconditionFailure("refused: \(error)") }
  }

  /// In bytes.
  static func residentMemory() throws -> Int {
    let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
      .split(separator: " ")
    return (Int(pages[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE))
  }
}
