import ArgumentParser
import DNS
import Glibc
import Lab
import Progress
import Terminal
import Tutor

/// Options that every subcommand understands.
struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder that keeps your progress (default: $XDG_STATE_HOME/cafe or ~/.local/state/cafe).",
      valueName: "dir"
    ),
    completion: .directory
  )
  var state: String?

  @Option(
    help: ArgumentHelp("Read lessons and scenes from here besides those inside.", valueName: "dir"),
    completion: .directory
  )
  var lessons: String?

  @Flag(help: "Linear text: no colour, no pictures, no cursor movement.")
  var plain = false

  @Flag(help: "Do not stop at each screenful.")
  var scroll = false

  var surroundings: Surroundings {
    Surroundings(state: state, lessons: lessons, plain: plain, scroll: scroll)
  }
}

extension CompletionKind {
  /// The ids of the lessons inside the program.
  static var lessons: CompletionKind {
    .custom { _, _, _ in ((try? Surroundings().library())?.lessons ?? []).map(\.id) }
  }
}

/// Where the program runs: its terminal, its folders, its lessons.
struct Surroundings {
  /// The folder of the state, when one is named.
  var state: String?
  /// A folder of more lessons.
  var lessons: String?
  /// Whether text is linear.
  var plain = false
  /// Where real requests of health checks may go, besides this machine.
  var probes: [AddressBlock] = []
  /// Whether text runs on without a stop at each screenful.
  var scroll = false

  /// The process's environment, read once.
  static let environment: [String: String] = {
    var values: [String: String] = [:]
    var entry = unsafe environ
    while let text = unsafe entry.pointee {
      let parts = unsafe String(cString: text).split(separator: "=", maxSplits: 1)
      if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
      unsafe entry += 1
    }
    return values
  }()

  /// What text is drawn on: as wide as `columns` or else the terminal, if there is one.
  func display(columns: Int? = nil) -> Display {
    Display(
      columns: columns ?? Window.size(of: 1)?.columns,
      isTerminal: isatty(1) == 1,
      environment: Self.environment,
      plain: plain
    )
  }

  /// The lessons and scenes inside the binary, and those of `--lessons`, which come first.
  func library() throws -> Library {
    let files = try lessons.map { try Files.lessons(in: $0) } ?? []
    return Library(files: files, of: lessons, inside: Content.lessons) { work in
      let steps = Ahead(work)
      return { steps.value }
    }
  }

  /// A lesson has a scene of its own.
  static func checkScene(_ scene: String?, _ lesson: String?) throws {
    guard scene == nil || lesson == nil else {
      throw ValidationError("A lesson has a scene of its own; give one of the two.")
    }
  }

  /// The folder of the state; nil where there is no home to put it in.
  var folder: String? {
    state.map { $0.hasPrefix("/") ? $0 : Files.currentFolder + "/" + $0 }
      ?? StateFolder.path(environment: Self.environment)
  }

  /// The store, for subcommands that cannot do without.
  func store() throws -> Store {
    guard let folder else {
      Output.complain("there is no home folder to keep progress in. Name one: --state DIR")
      throw ExitStatus.failure
    }
    do {
      let store = try Store.open(folder: folder)
      if let aside = store.movedAside { Output.complain(Opening.damaged(aside)) }
      return store
    } catch {
      Output.complain(error.sentence)
      throw ExitStatus.failure
    }
  }

  /// The store for those who only read; where it cannot be written to, a copy of what it holds.
  func storeToRead() throws -> Store {
    guard let folder, StateFolder.problem(folder) != nil else { return try store() }
    do { return try Store.copy(of: folder) } catch {
      Output.complain(error.sentence)
      throw ExitStatus.failure
    }
  }

  /// Gives the text of an asset: of a figure beside the lessons of `--lessons`, or of what is
  /// inside the binary.
  var assets: @Sendable (String) -> String? {
    let folders = lessons.map(AssetFolder.beside) ?? []
    return { path in
      folders.lazy.compactMap { $0.text(path) }.first ?? Self.asset(path)
    }
  }

  /// The text of an asset inside the binary.
  @Sendable static func asset(_ path: String) -> String? {
    Content.asset(named: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
