// swift-tools-version: 6.3
import PackageDescription

// The rules that every target keeps: nothing is unsafe or existential unless it says so.
let strict: [SwiftSetting] =
  [.swiftLanguageMode(.v6), .strictMemorySafety(), .treatAllWarnings(as: .error)]
  + [
    "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility",
    "InferIsolatedConformances", "NonisolatedNonsendingByDefault", "ImmutableWeakCaptures",
  ].map { .enableUpcomingFeature($0) }

let strictC: [CSetting] = [
  .treatAllWarnings(as: .error), .enableWarning("all"), .enableWarning("extra"),
]

let collections: Target.Dependency = .product(
  name: "OrderedCollections",
  package: "swift-collections"
)
let trees: Target.Dependency = .product(
  name: "HashTreeCollections",
  package: "swift-collections"
)
let arguments: Target.Dependency = .product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let http: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

// Core: values in, values out. Order is dependency order; the Tidy test holds the same table.
let core: [Target] = [
  .target(name: "DNS", swiftSettings: strict),
  .target(
    name: "Route53",
    dependencies: ["DNS", collections, trees],
    exclude: ["README.md"],
    swiftSettings: strict
  ),
  .target(name: "CafeWorld", dependencies: ["Route53", collections, trees], swiftSettings: strict),
  .target(
    name: "Commands",
    dependencies: ["CafeWorld", arguments],
    swiftSettings: strict
  ),
  // XML and CBOR are read by readers of our own; `XMLReader` says why.
  .target(name: "Route53API", dependencies: ["Commands", crypto], swiftSettings: strict),
  .target(
    name: "Lab",
    dependencies: ["Commands", "CCmark", "Yams", crypto, collections],
    swiftSettings: strict
  ),
  .target(
    name: "Gradebook",
    dependencies: ["Lab", crypto, collections, mustache],
    swiftSettings: strict
  ),
  .target(name: "Terminal", dependencies: ["CCmark"], swiftSettings: strict),
  .target(name: "Tutor", dependencies: ["Gradebook", "Terminal"], swiftSettings: strict),
]

// The C edges: a library as a module, an editor without variadic functions, content as bytes.
let edges: [Target] = [
  // Without pkg-config, whose -L would come before the folder of archives that a release links.
  .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-dev"])]),
  .target(
    name: "CLibedit",
    cSettings: strictC,
    linkerSettings: [.linkedLibrary("edit")]
  ),
  // Sockets without the casts of their addresses, and UDP in batches.
  .target(name: "CDatagrams", cSettings: strictC),
  .target(name: "CContent", cSettings: [.treatAllWarnings(as: .error)]),
  .target(name: "CNoLocales", cSettings: strictC),
]

// Shell: files, the terminal, the database, time. No decisions.
let shell: [Target] = [
  .target(name: "LineEditor", dependencies: ["CLibedit"], swiftSettings: strict),
  .target(name: "Progress", dependencies: ["Lab", grdb, crypto], swiftSettings: strict),
  .target(
    name: "Servers",
    dependencies: ["Route53API", "CDatagrams", http, mustache],
    swiftSettings: strict
  ),
  .executableTarget(
    name: "cafe",
    dependencies: [
      "Tutor", "LineEditor", "Progress", "Servers", "CContent", "CNoLocales", arguments,
    ],
    swiftSettings: strict
  ),
]

let tests: [Target] =
  [
    ("DNS", ["DNS"]), ("Route53", ["Route53"]), ("CafeWorld", ["CafeWorld"]),
    ("Commands", ["Commands"]), ("Route53API", ["Route53API"]), ("Lab", ["Lab"]),
    ("Gradebook", ["Gradebook", "CContent"]),
    ("Terminal", ["Terminal"]), ("Tutor", ["Tutor"]), ("Servers", ["Servers"]),
    ("LineEditor", ["LineEditor", "editor-probe"]),
  ].map { (name: String, subjects: [String]) in
    .testTarget(
      name: "\(name)Tests",
      dependencies: subjects.map { .byName(name: $0) } + ["Support"]
        + (name == "Gradebook" ? [collections, crypto] : []),
      exclude: ["Tutor": ["Golden"], "Route53API": ["Golden"], "Servers": ["ask_dns.py"]][name]
        ?? [],
      swiftSettings: strict
    )
  }
  + [
    .target(name: "Support", path: "Tests/Support", swiftSettings: strict),
    // A loop that says what it read, for the tests of LineEditor at a terminal.
    .executableTarget(
      name: "editor-probe",
      dependencies: ["LineEditor"],
      path: "Tests/EditorProbe",
      swiftSettings: strict
    ),
    .testTarget(
      name: "ProgressTests",
      dependencies: ["Lab", "Progress", "Support", grdb],
      swiftSettings: strict
    ),
    .testTarget(name: "TidyTests", path: "Tests/Tidy", swiftSettings: strict),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["Lab", "Support"],
      path: "Tests/Simulation",
      swiftSettings: strict
    ),
    .testTarget(
      name: "PTYTests",
      dependencies: ["cafe", "Lab", "Progress", "Support"],
      path: "Tests/PTY",
      swiftSettings: strict
    ),
    .testTarget(
      name: "TranscriptTests",
      dependencies: ["Tutor", "CContent", "Support"],
      path: "Tests/Transcripts",
      exclude: ["Sessions"],
      swiftSettings: strict
    ),
  ]

let house = core + edges + shell + tests

// SwiftPM builds a target anew when the module of a target that it names has changed. What comes
// through that module can be imported too, and can change without it: then the old target would be
// linked to the new one. So each names all that lie below it.
let named = Dictionary(uniqueKeysWithValues: house.map { ($0.name, $0.dependencies.names) })
for target in house {
  var known = Set(target.dependencies.names)
  var open = target.dependencies.names
  while let name = open.popLast() {
    for room in named[name] ?? [] where named[room] != nil && known.insert(room).inserted {
      target.dependencies.append(.byName(name: room))
      open.append(room)
    }
  }
}

extension [Target.Dependency] {
  var names: [String] {
    compactMap { if case .byNameItem(let name, _) = $0 { name } else { nil } }
  }
}

let package = Package(
  name: "cafe",
  products: [
    .executable(name: "cafe", targets: ["cafe"]),
    // For the package of the benchmarks alone.
    .library(
      name: "CafeRooms",
      targets: ["CafeWorld", "Lab", "Gradebook", "Tutor", "Progress", "Servers"]
    ),
  ],
  dependencies: [
    // One definition gives parsing, help and completion, for `cafe` and for the REPL's commands.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Ordered maps: nothing in the world iterates in an order that can change; and trees whose
    // copies share what they have in common, for the record sets of a zone.
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    // SHA-256 for the chain of the journal and the hash of a lesson; signatures (Ed25519), keys
    // derived (HKDF) and submissions sealed (HPKE) for graded quizzes.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // SQLite with transactions, WAL and migrations, for the journal on disk.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // HTTP for real clients: connections, limits and keep-alive as the field expects them. Without
    // its traits, which would bring the whole of Foundation.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird",
      from: "2.28.1",
      traits: []
    ),
    // Pages and reports with names in them that are escaped as HTML asks.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // The front matter of lessons, decoded into typed structs.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: house,
  cLanguageStandard: .c2x
)
