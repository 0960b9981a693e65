import ArgumentParser
import CafeWorld
import Commands
import Glibc
import Lab
import Progress
import Servers
import Tutor

/// The world on the wall clock, with its doors open to real tools.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Open the café to your own tools: the AWS CLI, boto3, Terraform, dig, curl.",
    discussion: """
      The world runs by the clock of this machine. Its doors are on the loopback address: Amazon's \
      API, a DNS server, the café's websites. Port 0 takes a port that is free. Ctrl-C closes the \
      doors; with --save everything is kept, and `cafe play --scene NAME` opens it.
      """
  )

  @Option(help: "The port of Amazon's API.")
  var api: UInt16 = 5380

  @Option(help: "The port of the DNS server, UDP and TCP.")
  var dns: UInt16 = 5300

  @Option(help: "The port of the first instance's website; the second's is the one after it.")
  var web: UInt16 = 8080

  @Option(help: "The address to listen on.")
  var listen = "127.0.0.1"

  @Option(help: "Where the world begins: a scene's name, or the file of one.")
  var scene = "cafe"

  @Flag(help: "Keep what is done, and go on where the same scene was served before.")
  var save = false

  @Flag(help: "With --save: begin anew.")
  var anew = false

  @Option(help: "With --save: an earlier café of the scene, by its number.")
  var attempt: Int?

  @Option(help: "How fast time passes: 1x is the clock's own speed.")
  var speed = Speed(times: 1)

  @Flag(
    help: """
      Print what happens as JSON, one object a line: `at`, the number of the `event` and of its \
      `cause`, its `kind`, such as `healthCheckTurned`, and a `text` for people.
      """
  )
  var jsonLog = false

  @Option(help: "Write the addresses to this file, as JSON, when all doors are open.")
  var readyFile: String?

  @Option(
    help: """
      Verify signatures: a file of lines `ACCESS-KEY SECRET`. Without it all are good; with it the \
      mail is shown to this machine alone.
      """
  )
  var requireCredentials: String?

  @OptionGroup var probes: ProbeOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard save || !anew else { throw ValidationError("--anew says what --save begins with.") }
    guard save && !anew || attempt == nil else {
      throw ValidationError("--attempt says what --save goes on with.")
    }
    guard web < .max else { throw ValidationError("--web goes to 65534; its second is one more.") }
  }

  func run() throws {
    let end = Ending.watch()
    let surroundings = shared.surroundings
    let library = try surroundings.library()
    let scene = try library.scene(at: scene)
    let keeper = try keeper(scene, surroundings)
    let bell = Bell()
    end.onEnd { bell.ring() }
    let world = keeper.world
    let clock = WorldClock(from: world.now, speed: speed.times)
    let desk = Desk(keeper, clock, bell)
    let live = LiveWorld(world) { live, errand in desk.serve(errand, of: live) }
    let doors = try open(live)
    let log = ServeLog(json: jsonLog, display: surroundings.display())
    try log.open(
      doors.addresses,
      in: world,
      listen: listen,
      readyFile: readyFile,
      pairs: requireCredentials
    )
    let inbox = doors.addresses.inbox
    var rounds = Rounds(Prober(allowed: probes.allowProbes), live)
    while !end.isWanted {
      let (news, world, change) = desk.catchUp(showing: live)
      for item in news {
        rounds.note(item.commands)
        log.tell(item.events, before: item.before, after: item.after, inbox: inbox)
      }
      for outside in rounds.sendOff(in: world, by: clock.now) { log.tellForbidden(outside) }
      let next = [change, rounds.next(in: world)].compactMap(\.self).min()
      bell.wait(nanoseconds: next.map { clock.nanoseconds(until: $0) })
    }
    doors.close()
    for item in desk.catchUp(showing: live).news {
      log.tell(item.events, before: item.before, after: item.after, inbox: inbox)
    }
    try log.close(isKept: save, unsaved: desk.close())
  }

  private func open(_ live: LiveWorld) throws -> Doors {
    do {
      return try Doors.open(
        live,
        on: listen,
        ports: Doors.Ports(api: Int(api), dns: Int(dns), web: Int(web)),
        credentials: try requireCredentials.map(CredentialsFile.read)
      )
    } catch let closed as Doors.Closed {
      Output.complain(closed.sentence)
      throw ExitStatus.failure
    }
  }
}

// MARK: - What is served

extension Serve {
  /// The world, from its journal where it was served before.
  private func keeper(_ scene: Scene, _ surroundings: Surroundings) throws -> sending Keeper {
    let store = save ? try surroundings.store() : nil
    do {
      if let store, !anew, let keeper = try resumed(scene, store) { return keeper }
      var scene = scene
      scene.begins = Instant(milliseconds: Clock.milliseconds)
      let beginning = Beginning(
        engine: Session.engine,
        lesson: Opening.free,
        lessonHash: "",
        scene: scene,
        seed: 1
      )
      let journal = try store?.begin(AttemptOrigin(beginning))
      var keeper = Keeper(Attempt(beginning).world, journal: journal)
      keeper.begin(beginning)
      return keeper
    } catch let error as StoreError {
      Output.complain(error.sentence)
      throw ExitStatus.failure
    }
  }

  /// The latest attempt in the scene, or the one that is asked for, as it was left.
  private func resumed(_ scene: Scene, _ store: Store) throws -> sending Keeper? {
    let attempts = try store.attempts(lesson: Opening.free).filter {
      $0.origin.scene == scene.name
    }
    guard let latest = attempts.last(where: { attempt == nil || $0.id.number == attempt }) else {
      guard let attempt else { return nil }
      throw Output.failure("There is no café \(attempt) of the scene \(scene.name).")
    }
    let others = attempts.map(\.id.number).filter { $0 != latest.id.number }
    if !others.isEmpty {
      let numbers = others.map { "\($0)" }.joined(separator: ", ")
      Output.complain("going on with \(latest.id); --attempt opens an earlier one: \(numbers)")
    }
    let journal = try store.journal(of: latest.id)
    if case .reading = journal.access {
      Output.complain(
        "\(latest.id), the café that is kept of the scene \(scene.name), is open elsewhere: "
          + "another `cafe` serves or plays it. Leave it there, or begin another one with --anew."
      )
      throw ExitStatus.failure
    }
    switch Folding.fold(try journal.rows()) {
    case .success(let attempt): return Keeper(attempt.world, journal: journal)
    case .failure(let problem):
      Output.complain(
        "\(latest.id) cannot be followed: \(problem.text). `--anew` leaves it as it is."
      )
      throw ExitStatus.failure
    }
  }
}

/// How many times faster than the machine's clock time passes.
struct Speed: ExpressibleByArgument {
  let times: Int64

  init(times: Int64) {
    self.times = times
  }

  init?(argument: String) {
    let digits = argument.hasSuffix("x") ? argument.dropLast() : argument[...]
    guard let times = Int64(digits), (1...3_600).contains(times) else { return nil }
    self.times = times
  }

  var defaultValueDescription: String { "\(times)x" }
}

extension Library {
  /// A scene by its name, or in a file of any place; one that cannot be had ends the program.
  func scene(at place: String) throws -> Scene {
    guard place.contains("/") || place.hasSuffix(Scenes.suffix) else { return try scene(place) }
    let reading = SceneReading(try Files.demanded(place))
    if let scene = reading.scene { return scene }
    for finding in reading.diagnostics { Output.complain("\(place):\(finding)") }
    throw ExitStatus.failure
  }
}
