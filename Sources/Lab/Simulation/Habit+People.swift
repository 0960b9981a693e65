import CafeWorld
import DNS
import Route53

extension Habit {
  static let alerts: [Habit] = [
    Habit("create a topic") { draws, _ in
      .createTopic(draws.one(of: ["one", "two", "not a name"]))
    },
    Habit("delete a topic") { draws, _ in
      draws.chance(of: 30) ? .deleteTopic(arn: draws.topic()) : .createTopic("one")
    },
    Habit("subscribe") { draws, world in
      .subscribe(topic: draws.topic(), endpoint: draws.mailbox(world))
    },
    Habit("confirm") { draws, world in
      .confirmSubscription(mail: Int(draws.below(Int64(world.mails.count + 2))))
    },
    Habit("unsubscribe") { draws, world in
      .unsubscribe(topic: draws.topic(), endpoint: draws.mailbox(world))
    },
    Habit("publish") { draws, _ in
      .publish(topic: draws.topic(), subject: draws.one(of: [nil, "News"]), message: "Hello")
    },
    Habit("put an alarm") { draws, world in
      var settings = AlarmSettings(
        name: draws.one(of: ["a", "b"]),
        healthCheckID: draws.check(world),
        alarmActions: [draws.topic()],
        okActions: draws.chance(of: 50) ? [draws.topic()] : []
      )
      if draws.chance(of: 30) { settings.watch(draws.rule()) }
      return .putAlarm(settings)
    },
    Habit("delete an alarm") { draws, _ in .deleteAlarm(draws.one(of: ["a", "b"])) },
    Habit("set an alarm's state") { draws, _ in
      .setAlarmState(
        draws.one(of: ["a", "b"]),
        draws.one(of: AlarmState.allCases),
        reason: "a drill"
      )
    },
  ]

  static let people: [Habit] = [
    Habit("fetch") { draws, world in .fetch(host: draws.host(world), path: "/cafe") },
    Habit("order") { draws, world in .order(host: draws.host(world), item: "coffee") },
    Habit("read a mail") { draws, world in
      .readMail(Int(draws.below(Int64(world.mails.count + 2))))
    },
    Habit("look up") { draws, world in
      let names = world.hostedZones.flatMap { $0.served.all.map(\.name) } + [world.customers.name]
      let question = Question(
        name: draws.one(of: names),
        type: draws.one(of: RecordType.allCases)
      )
      let resolvers = world.resolvers.map(\.name) + ["nowhere"]
      return .lookUp(question, resolver: draws.one(of: resolvers))
    },
  ]
}

extension Draws {
  fileprivate mutating func topic() -> String { Topic.arn(name: one(of: ["one", "two"])) }

  fileprivate mutating func mailbox(_ world: World) -> String {
    one(of: world.administrators.map(\.address) + ["x@y.z"])
  }

  fileprivate mutating func host(_ world: World) -> String {
    let names = ["nobody.example", "no..name", address(world).description]
    return one(of: names + Array(repeating: world.customers.name.withoutDot, count: 3))
  }

  fileprivate mutating func rule() -> AlarmRule {
    AlarmRule(
      metric: one(of: [.status, .percentageHealthy]),
      period: one(of: [60, 120, 0]),
      evaluationPeriods: Int(1 + below(3)),
      threshold: one(of: [1_000, 50_000]),
      comparison: one(of: AlarmRule.Comparison.allCases),
      missingData: one(of: AlarmRule.Gaps.allCases)
    )
  }
}
