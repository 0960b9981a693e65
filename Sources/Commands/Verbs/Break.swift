import ArgumentParser
import CafeWorld
import DNS
import Route53

/// Verbs that break things on purpose, and heal them.
enum Break {
  static let verbs: [VerbEntry] = [
    VerbEntry(.breakAndHeal, Kill.self, refusal),
    VerbEntry(.breakAndHeal, APIFault.self, refusal),
    VerbEntry(.breakAndHeal, Stop.self, lifecycle),
    VerbEntry(.breakAndHeal, Reboot.self, lifecycle),
    VerbEntry(.breakAndHeal, Terminate.self, lifecycle),
    VerbEntry(.breakAndHeal, Start.self, "start an instance, or a lesson"),
    VerbEntry(.breakAndHeal, BreakInstance.self, fault),
    VerbEntry(.breakAndHeal, ZoneOutage.self, fault),
    VerbEntry(.breakAndHeal, PlayChaos.self, fault),
    VerbEntry(.breakAndHeal, ReplayChaos.self, fault),
    VerbEntry(.breakAndHeal, Heal.self, "end what was broken"),
    VerbEntry(.breakAndHeal, Turn.self, ""),
  ]

  private static let fault = "make a website fail, a zone, or much at random"
  private static let refusal = "cut an instance's power; let Route 53's API refuse"
  private static let lifecycle = "what EC2 does with an instance"

  struct Kill: WordVerb {
    static let configuration = CommandConfiguration(
      "kill",
      "Cuts an instance's power: packets to it are lost, and EC2 still says running.",
      "`start`, `reboot` or `heal` bring the power back.",
      example: "kill CafeInstance1"
    )

    @Argument(
      help: .init("By name or id.", valueName: "instance"),
      completion: .list(["@instance"])
    )
    var instances: [String]

    func request(in context: ParseContext) throws(CommandError) -> Request {
      try context.change(instances, Command.kill)
    }
  }

  struct Stop: WordVerb {
    static let configuration = CommandConfiguration(
      "stop",
      "Stops an instance; it loses its public address unless that is an Elastic IP.",
      example: "stop CafeInstance1"
    )

    @Argument(
      help: .init("By name or id.", valueName: "instance"),
      completion: .list(["@instance"])
    )
    var instances: [String]

    func request(in context: ParseContext) throws(CommandError) -> Request {
      try context.change(instances, Command.stopInstance)
    }
  }

  struct Reboot: WordVerb {
    static let configuration = CommandConfiguration(
      "reboot",
      "Reboots an instance; it keeps its address.",
      example: "reboot CafeInstance1"
    )

    @Argument(
      help: .init("By name or id.", valueName: "instance"),
      completion: .list(["@instance"])
    )
    var instances: [String]

    func request(in context: ParseContext) throws(CommandError) -> Request {
      try context.change(instances, Command.rebootInstance)
    }
  }

  struct Terminate: WordVerb {
    static let configuration = CommandConfiguration(
      "terminate",
      "Ends an instance for good.",
      example: "terminate CafeInstance2"
    )

    @Argument(
      help: .init("By name or id.", valueName: "instance"),
      completion: .list(["@instance"])
    )
    var instances: [String]

    func request(in context: ParseContext) throws(CommandError) -> Request {
      try context.change(instances, Command.terminateInstance)
    }
  }

  struct Start: WordVerb {
    static let configuration = CommandConfiguration(
      "start",
      "Starts an instance, or a lesson.",
      """
      Which of the two is meant, the name tells. An instance that was stopped comes back with \
      another public address, unless it has an Elastic IP. A lesson opens where it was left; it \
      goes by its id, as `lessons` lists it, or by the name of its file. LESSON#STEP begins a new \
      attempt at that step, with the steps before it solved.
      """,
      example: "start CafeInstance1"
    )

    @Argument(
      help: .init("Instances, or one lesson.", valueName: "name"),
      completion: .list(["@instance", "@lesson"])
    )
    var names: [String]
    @Option(
      help: .init("The step of the lesson to begin at.", valueName: "step"),
      completion: .list(["@step"])
    )
    var step: String?
    @Flag(help: .init("Begin a new attempt of the lesson; the others are kept."))
    var anew = false
    @Option(help: .init("An attempt by its number, as `cafe progress` lists them."))
    var attempt: Int?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard let lesson = try lesson(in: context) else {
        guard step == nil, !anew, attempt == nil else {
          throw .misuse("Only a lesson has steps and attempts.")
        }
        return try context.change(names, Command.startInstance)
      }
      let step = lesson.step ?? step
      guard let attempt else {
        let choice = step == nil && !anew ? AttemptChoice.latest : .new(step: step)
        return .lesson(.start(lesson: lesson.name, choice))
      }
      guard step == nil, !anew else {
        throw .misuse("--attempt opens an attempt as it is; a step or --anew begins a new one.")
      }
      return .lesson(.start(lesson: lesson.name, .numbered(attempt)))
    }

    /// A lesson is also known by its file: `Lessons/cafe-failover.lab.md`.
    private static func lessonName(_ text: String) -> String {
      let file = text.split(separator: "/").last.map(String.init) ?? text
      return file.hasSuffix(".lab.md") ? String(file.dropLast(".lab.md".count)) : text
    }

    /// The lesson that is meant; nil: instances are.
    private func lesson(
      in context: ParseContext
    ) throws(CommandError) -> (name: String, step: String?)? {
      for text in names {
        let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
        let name = Self.lessonName(parts.first ?? text)
        let isInstance = context.world.instance(text) != nil
        switch (isInstance, context.lessons.contains(name)) {
        case (true, true):
          throw .ambiguous(nil, text, choices: ["\(name)#STEP", "an instance's id"])
        case (true, false): continue
        case (false, true):
          guard names.count == 1 else { throw .misuse("One lesson is started at a time.") }
          return (name, parts.dropFirst().first)
        case (false, false):
          let known = context.world.instances.map(\.name) + context.lessons
          throw .unknownThing(
            what: "instance or lesson",
            text,
            near: nearMisses(of: name, in: known),
            look: "lessons"
          )
        }
      }
      return nil
    }
  }

  struct ZoneOutage: WordVerb {
    static let configuration = CommandConfiguration(
      "zone-outage",
      "Takes a whole Availability Zone down.",
      "`zone-outage ZONE --end` or `heal ZONE` brings it back.",
      example: "zone-outage us-west-2a"
    )

    @Argument(
      help: .init("The Availability Zone.", valueName: "zone"),
      completion: .list(["@availability-zone"])
    )
    var zone: String
    @Flag(help: "Brings it back.") var end = false

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let zone = try context.availabilityZone(zone)
      return .change([end ? .endZoneOutage(zone) : .beginZoneOutage(zone)], showing: .events)
    }
  }

  struct Heal: WordVerb {
    static let configuration = CommandConfiguration(
      "heal",
      "Ends what was broken on purpose: at an instance, a resource, in a zone, or everywhere.",
      "A stopped instance is not broken: `start` starts it.",
      example: "heal CafeInstance1"
    )

    @Argument(
      help: .init(
        "An instance, an Availability Zone or a resource; everything if not given.",
        valueName: "name"
      ),
      completion: .list(["@instance", "@availability-zone", "@resource"])
    )
    var name: String?
    @Option(
      help: .init("Only for checkers of this region, which were cut off.", valueName: "region"),
      completion: .list(["@region"])
    )
    var cutOff: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard let name else {
        guard cutOff == nil else { throw .misuse("Say from what the region was cut off.") }
        return .change([.healEverything], showing: .events)
      }
      if let cutOff {
        let region = try context.checkerPlace(cutOff)
        let commands = try context.checkedAddresses(of: name).map {
          Command.reconnect(region: region, address: $0)
        }
        return .change(commands, showing: .events)
      }
      if let zone = try? context.availabilityZone(name) {
        return .change([.endZoneOutage(zone)], showing: .events)
      }
      if let instance = context.world.instance(name) {
        return .change([.heal(instance.id)], showing: .events)
      }
      if let resource = context.world.resource(name) {
        return .change([.setResourceHealth(resource.name, isHealthy: true)], showing: .events)
      }
      let known =
        context.world.instances.map(\.name) + context.world.availabilityZones
        + context.world.resources.map(\.name.withoutDot)
      throw .unknownThing(
        what: "instance, Availability Zone or resource",
        name,
        near: nearMisses(of: name, in: known),
        look: "status"
      )
    }
  }
}

extension ParseContext {
  /// The same command for each of several instances.
  fileprivate func change(
    _ names: [String],
    _ command: (InstanceID) -> Command
  ) throws(CommandError) -> Request {
    var commands: [Command] = []
    for name in names { commands.append(command(try instance(name).id)) }
    return .change(commands, showing: .events)
  }
}
