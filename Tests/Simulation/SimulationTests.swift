@testable import CafeWorld
import Route53
import Support
import Testing

@testable import Lab

@Suite(.timeLimit(.minutes(2)))
struct `Random learners and faults` {
  @Test(arguments: 0..<50 as Range<UInt64>)
  func `leave every invariant whole`(seed: UInt64) {
    guard let failure = Simulation().outcome(of: seed).failure else { return }
    let list = failure.moves.map { "\($0)" }.joined(separator: "\n")
    Issue.record(
      "seed \(seed): \(failure.violation.sentence): \(failure.violation.detail)\n\(list)"
    )
  }

  @Test func `are accepted and refused`() {
    let simulation = Simulation(invariants: [])
    let trials = (0..<20 as Range<UInt64>).map { simulation.moves(of: $0).trial }
    #expect(trials.map(\.accepted).reduce(0, +) > 400)
    #expect(trials.map(\.refused).reduce(0, +) > 200)
  }

  @Test func `do between them everything that can be done`() {
    let simulation = Simulation(invariants: [])
    let moves = (0..<60 as Range<UInt64>).flatMap { simulation.moves(of: $0).moves }
    let kinds = Set(moves.map { move in "\(move)".prefix { $0 != "(" } })
    #expect(kinds.isSuperset(of: ["commands", "committed", "undone", "wentTo", "branched"]))
    let commands = Set(
      moves.flatMap { move -> [Substring] in
        guard case .commands(let commands) = move else { return [] }
        return commands.map { command in "\(command)".prefix { $0 != "(" } }
      }
    )
    #expect(commands.count > 30)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `who do the same make the same world`(seed: UInt64) {
    let (moves, trial) = Simulation().moves(of: seed)
    #expect(Simulation().moves(of: seed).moves == moves)
    #expect(Trial(seed: seed, moves).attempt.world == trial.attempt.world)
    #expect(Trial(seed: seed + 1, []).attempt.world.digest != trial.attempt.world.digest)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `leave no event without a way back to a command`(seed: UInt64) {
    let attempt = Simulation(invariants: []).moves(of: seed).trial.attempt
    let events = attempt.events()
    let commanded = attempt.branch.flatMap { number -> [Int] in
      let row = attempt.rows[number]
      return row.entry.move.playsOn ? row.events.map(\.number) : []
    }
    #expect(events.map(\.number) == Array(1..<(events.count + 1)))
    for event in events {
      var root = event
      while let cause = root.cause, cause > 0, cause < root.number { root = events[cause - 1] }
      #expect(root.cause == nil, "\(event.fact) goes back to \(root)")
      #expect(commanded.contains(root.number))
    }
  }

  @Test func `make nearly everything happen that can`() {
    let facts = (0..<150 as Range<UInt64>).flatMap { seed in
      Simulation(invariants: []).moves(of: seed).trial.attempt.events().map { event in
        String("\(event.fact)".prefix { $0 != "(" })
      }
    }
    #expect(Set(facts).count >= 47, "\(Set(facts).sorted())")
  }

  /// The literal holds in every process and on every machine; a change of the engine's behaviour
  /// or of its digest changes it, and should say so.
  @Test func `leave the digest that they left before`() {
    let digests = (0..<5 as Range<UInt64>).map {
      Simulation(invariants: []).moves(of: $0).trial.attempt.world.digest
    }
    #expect(digests == Self.known)
  }

  static let known = [
    "7c605aecde7db122f33c5fb8a60355e7", "40c960e6c53ad7b8d9eab848c0955cdf",
    "5ad0d3470e6ae891977ad4a06100799a", "1b3df272c1b2c6fd608650b8d25e310a",
    "9dac5b3bb6afdbf2d45b2b285b93d02d",
  ]
}

/// The simulation is itself tried: a rule that is broken on purpose is found, and what shows it is
/// no longer than it must be.
struct `A planted fault` {
  static let noElasticAddress = Invariant("nobody has an Elastic IP while a zone is down") {
    occasion in
    guard case .moment(let world) = occasion, !world.zoneOutages.isEmpty else { return nil }
    return world.elasticAddresses.first.map { "\($0.address)" }
  }

  @Test func `is found, and shrunken to the two commands that show it`() throws {
    let simulation = Simulation(invariants: Invariant.all + [Self.noElasticAddress])
    let failures = (0..<40 as Range<UInt64>).lazy.compactMap { simulation.outcome(of: $0).failure }
    let failure = try #require(failures.first)
    #expect(failure.violation.sentence == Self.noElasticAddress.sentence)
    #expect(failure.moves.count == 2)
    #expect(
      failure.moves.contains { move in
        if case .commands(let commands) = move, case .allocateAddress = commands.first {
          true
        } else {
          false
        }
      }
    )
  }

  @Test func `is an event without a cause`() throws {
    var trial = Trial(seed: 1)
    trial.take(.commands([.wait(.minute)]))
    #expect(trial.violation == nil)
    let orphan = Event(
      number: 1,
      at: trial.attempt.world.now,
      cause: nil,
      fact: .healthServed(.init("it"), .healthy)
    )
    let occasion = Invariant.Occasion.event(
      orphan,
      history: [],
      before: trial.attempt.world,
      after: trial.attempt.world
    )
    let breaches = Invariant.ofEvents.compactMap { $0.breach(occasion) }
    #expect(breaches.contains { $0.contains("has no cause") })
  }

  @Test func `is time that runs back`() {
    let world = Trial(seed: 1).attempt.world
    let late = Event(number: 1, at: world.now - 1, cause: nil, fact: .timePassed(to: world.now))
    let occasion = Invariant.Occasion.event(late, history: [], before: world, after: world)
    #expect(Invariant.ofEvents.contains { $0.breach(occasion)?.hasPrefix("from ") == true })
  }

  @Test func `is half a change batch`() throws {
    let world = Trial(seed: 1).attempt.world
    let zone = world.hostedZones[0]
    let batch = ChangeBatch(
      changes: ["one", "two"].map { label in
        let name = "\(label).cafe.example"
        let set = RecordSetRequest(name: name, type: "A", ttl: 60, values: ["192.0.2.1"])
        return Change(.create, set)
      }
    )
    var half = world
    try half.perform(.changeRecords(zone.id, ChangeBatch(changes: [batch.changes[0]])))
    let occasion = Invariant.Occasion.accepted(
      .committed(zone.id, batch),
      before: world,
      replayed: half,
      after: half
    )
    #expect(Invariant.ofMoves.count { $0.breach(occasion) != nil } == 1)
  }

  @Test func `is a refusal that leaves a trace`() {
    let before = Trial(seed: 1).attempt
    let occasion = Invariant.Occasion.refused(
      .undone(1),
      before: before,
      after: Trial(seed: 2).attempt
    )
    #expect(Invariant.ofMoves.contains { $0.breach(occasion) != nil })
  }
}

struct `A list that is shrunken` {
  @Test(arguments: 0..<50 as Range<UInt64>)
  func `fails still, and cannot lose one more`(seed: UInt64) {
    var dice = Dice(seed)
    let list = (0..<30).map { (_: Int) in dice.below(12) }
    let wanted = Set([dice.below(12), dice.below(12), dice.below(12)])
    let fails = { (list: [Int64]) in wanted.isSubset(of: list) }
    guard fails(list) else { return }
    let fewest = shrunken(list, fails: fails)
    #expect(fails(fewest))
    #expect(fewest.count == wanted.count)
  }
}
