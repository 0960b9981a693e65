// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that the café's own build never waits for the tools that measure it.
let package = Package(
  name: "cafe-benchmarks",
  dependencies: [
    .package(name: "cafe", path: "../.."),
    // Warm-up, percentiles and a table; without its traits it needs no jemalloc.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    // Submissions are sealed before they are graded.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .executableTarget(
      name: "CafeBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "CafeRooms", package: "cafe"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Benchmarks/CafeBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    )
  ]
)
