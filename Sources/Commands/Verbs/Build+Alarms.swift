import ArgumentParser
import CafeWorld

extension Build {
  struct CreateAlarm: WordVerb {
    static let configuration = CommandConfiguration(
      "create alarm",
      "Has CloudWatch tell a topic when a health check turns unhealthy.",
      """
      If nothing else is said, CloudWatch looks once a minute at the lowest status of the last \
      minute. The alarm's actions are carried out when its state changes, not while it stays.
      """,
      example: "create alarm Site-Down --health-check Primary --topic Cafe-Alerts"
    )

    @Argument(help: "What it shall be called.") var name: String
    @Option(
      help: .init("The health check to watch.", valueName: "health-check"),
      completion: .list(["@health-check"])
    )
    var healthCheck: String
    @Option(
      help: .init("Gets the message when the state turns to ALARM.", valueName: "topic"),
      completion: .list(["@topic"])
    )
    var topic: [String]
    @Option(
      help: .init("Gets the message when the state turns to OK.", valueName: "topic"),
      completion: .list(["@topic"])
    )
    var okAction: [String] = []
    @Option(help: .init("What the mail says about it.", valueName: "text"))
    var description: String?
    @OptionGroup var rule: AlarmRuleOptions

    func request(in context: ParseContext) throws(CommandError) -> Request {
      guard context.world.alarm(name) == nil else { throw .nameTaken(.alarm, name) }
      let settings = AlarmSettings(
        name: name,
        description: description,
        healthCheckID: try context.healthCheck(healthCheck).id,
        alarmActions: try context.topics(topic),
        okActions: try context.topics(okAction),
        insufficientDataActions: try context.topics(rule.insufficientDataAction),
        rule: try rule.changing(.console)
      )
      return .change([.putAlarm(settings)], showing: .events)
    }
  }

  struct UpdateAlarm: WordVerb {
    static let configuration = CommandConfiguration(
      "update alarm",
      "Changes what an alarm watches or tells.",
      "What is not given stays as it is.",
      example: "update alarm Site-Down --ok-action Cafe-Alerts"
    )

    @Argument(help: "Its name.", completion: .list(["@alarm"])) var alarm: String
    @Option(
      help: .init("The health check to watch.", valueName: "health-check"),
      completion: .list(["@health-check"])
    )
    var healthCheck: String?
    @Option(
      help: .init("Gets the message when the state turns to ALARM.", valueName: "topic"),
      completion: .list(["@topic"])
    )
    var topic: [String] = []
    @Option(
      help: .init("Gets the message when the state turns to OK.", valueName: "topic"),
      completion: .list(["@topic"])
    )
    var okAction: [String] = []
    @Option(help: .init("What the mail says about it.", valueName: "text"))
    var description: String?
    @OptionGroup var rule: AlarmRuleOptions

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let old = try context.alarm(alarm).settings
      var new = old
      if let healthCheck { new.healthCheckID = try context.healthCheck(healthCheck).id }
      if !topic.isEmpty { new.alarmActions = try context.topics(topic) }
      if !okAction.isEmpty { new.okActions = try context.topics(okAction) }
      new.description = description ?? old.description
      if !rule.insufficientDataAction.isEmpty {
        new.insufficientDataActions = try context.topics(rule.insufficientDataAction)
      }
      new.watch(try rule.changing(old.effectiveRule))
      let isGiven = healthCheck != nil || description != nil || !(topic + okAction).isEmpty
      guard isGiven || rule.isGiven else {
        throw .misuse("Say what to change; `help update alarm` lists the options.")
      }
      return .change([.putAlarm(new)], showing: .events)
    }
  }

  struct DeleteAlarm: WordVerb {
    static let configuration = CommandConfiguration(
      "delete alarm",
      "Deletes an alarm.",
      example: "delete alarm Site-Down"
    )

    @Argument(help: "Its name.", completion: .list(["@alarm"])) var alarm: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .change([.deleteAlarm(try context.alarm(alarm).name)], showing: .events)
    }
  }
}
