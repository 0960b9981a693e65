import CafeWorld
import Commands
import Testing

struct `Lines that are refused` {
  static let setting = Setting()

  @Test(arguments: verbs + options + names + values + belowNothing)
  func `say what happened and what to try`(refusal: Refusal) {
    #expect(Self.setting.refusal(refusal.line)?.message == refusal.message)
  }

  static let verbs: [Refusal] = [
    Refusal("creat topic x", "There is no command \"creat\". Did you mean create topic?"),
    Refusal("creat", "There is no command \"creat\". Did you mean create?"),
    Refusal("crea topic x", "There is no command \"crea\". Did you mean create topic?"),
    Refusal("topic create x", "There is no command \"topic\". Did you mean create topic?"),
    Refusal("stat", "There is no command \"stat\". Did you mean start or status?"),
    Refusal("QUIT", "There is no command \"QUIT\". Did you mean quit?"),
    Refusal("zzz", "There is no command \"zzz\". `help` lists the commands."),
    Refusal(
      "create",
      "create what? health-check, record, topic, alarm, hosted-zone, delegation-set, "
        + "cidr-collection, routing-control, resource or instance. `help create` says more."
    ),
    Refusal(
      "create helth-check x",
      "There is no command \"create helth-check\". Did you mean create health-check?"
    ),
    Refusal("help creat", "There is no command \"creat\". Did you mean create?"),
    Refusal("show-me", "There is no command \"show-me\". Did you mean show me?"),
    Refusal(
      "wait until hc(Primary).status == healthy",
      "There is no command \"wait until\". Did you mean run until?"
    ),
  ]

  static let options: [Refusal] = [
    Refusal("status x", "status: Unexpected argument 'x'.\nUsage: status"),
    Refusal("wait", "wait: Missing expected argument '<time>'.\nUsage: wait <time>"),
    Refusal(
      "zone-outage us-west-2a --ende",
      "zone-outage: Unknown option '--ende'. Did you mean --end?\nUsage: zone-outage <zone> [--end]"
    ),
    Refusal(
      "curl --hed x",
      "curl: Unknown option '--hed'. Did you mean --head?\nUsage: curl <url> [--head]"
    ),
    Refusal(
      "curl --no-head x",
      "curl: Unknown option '--no-head'.\nUsage: curl <url> [--head]"
    ),
    Refusal(
      "update health-check Primary --disabled --no-disabled",
      "Of --disabled and --enabled only one can be meant."
    ),
    Refusal("status ---completion", "status: Unknown option '---completion'.\nUsage: status"),
    Refusal(
      "status --experimental-dump-help",
      "status: Unknown option '--experimental-dump-help'.\nUsage: status"
    ),
    Refusal("answer", "answer: Say your response behind `answer`.\nUsage: answer <response> ..."),
    Refusal(
      "break CafeInstance1 --drop --refuse",
      "Say one way to break it: --refuse, --drop, --status, --slow, --slow-connect, --body, "
        + "--tls, --cut-off or --unhealthy."
    ),
    Refusal(
      "update health-check Primary --request-interval 10",
      "The type and the request interval of a health check are fixed when it is created. Create a "
        + "new one, and delete this one."
    ),
    Refusal(
      "update record plain A",
      "Say what to change; `help update record` lists the options."
    ),
    Refusal("detach www/FailoverSecondary", "That record set depends on no health check."),
    Refusal("start CafeInstance1 --step story", "Only a lesson has steps and attempts."),
  ]

  static let names: [Refusal] = [
    Refusal(
      "stop CafeInstnce1",
      "There is no instance \"CafeInstnce1\". Did you mean CafeInstance1?"
    ),
    Refusal(
      "create record x A CafeInstnce1",
      "There is no instance \"CafeInstnce1\". Did you mean CafeInstance1?"
    ),
    Refusal(
      "browse CafeInstnce1",
      "There is no instance \"CafeInstnce1\". Did you mean CafeInstance1?"
    ),
    Refusal(
      "delete health-check x",
      "There is no health check \"x\". `list health-checks` shows those that there are."
    ),
    Refusal(
      "create alarm A --health-check Primry --topic Cafe-Alerts",
      "There is no health check \"Primry\". Did you mean Primary?"
    ),
    Refusal(
      "update record plain A --set-identifier P --ttl 5",
      "There is no record \"plain/P\". Did you mean plain?"
    ),
    Refusal(
      "delete record www/Secondary",
      "There is no record \"www/Secondary\". Did you mean www/FailoverPrimary or "
        + "www/FailoverSecondary?"
    ),
    Refusal(
      "explain www/Secondary",
      "There is no record \"www/Secondary\". Did you mean www/FailoverPrimary or "
        + "www/FailoverSecondary?"
    ),
    Refusal(
      "explain Site-Dwon",
      "There is no record, health check, alarm, topic or instance \"Site-Dwon\". Did you mean "
        + "Site-Down?"
    ),
    Refusal("explain plain/P A", "There is no record \"plain/P\". Did you mean plain?"),
    Refusal(
      "delete record wwww",
      "There is no record \"wwww\". Did you mean www?"
    ),
    Refusal(
      "delete record www",
      "\"www\" can mean more than one record. Say which: www/FailoverPrimary or "
        + "www/FailoverSecondary."
    ),
    Refusal(
      "delete record plain",
      "\"plain\" can mean more than one record. Say which: plain A or plain TXT."
    ),
    Refusal(
      "confirm mateo",
      "No subscription of \"mateo@cafe.example\" waits for anything. `subscribe TOPIC EMAIL` asks "
        + "for one."
    ),
    Refusal(
      "confirm frank",
      "There is no mailbox \"frank\". Did you mean sofia@cafe.example or mateo@cafe.example?"
    ),
    Refusal("read 9", "There is no mail \"9\". `inbox` lists the mail and whose it is."),
    Refusal("dig @hme www", "There is no resolver \"hme\". Did you mean home?"),
    Refusal(
      "show nope",
      "There is no health check, instance, record, alarm, topic, hosted zone, CIDR collection, "
        + "delegation set or resource \"nope\". `status` shows those that there are."
    ),
    Refusal(
      "start cafe-failver",
      "There is no instance or lesson \"cafe-failver\". Did you mean cafe-failover?"
    ),
    Refusal(
      "heal x",
      "There is no instance, Availability Zone or resource \"x\". `status` shows those that there "
        + "are."
    ),
    Refusal(
      "goto befor",
      "There is no history entry, bookmark or branch \"befor\". Did you mean before?"
    ),
    Refusal(
      "diff before mian",
      "There is no history entry, bookmark or branch \"mian\". Did you mean main?"
    ),
    Refusal(
      "create topic Cafe-Alerts",
      "There is already a topic \"Cafe-Alerts\". Choose another name, or change the one that there "
        + "is: `show Cafe-Alerts` shows it."
    ),
    Refusal(
      "create health-check primary",
      "There is already a health check \"primary\". Choose another name, or change the one that "
        + "there is: `show primary` shows it."
    ),
    Refusal(
      "disassociate address",
      "There is no Elastic IP address for that. `allocate address` gets one, `list addresses` "
        + "shows those that there are."
    ),
  ]

  private static let time =
    "a time with its unit from 1ms to 366d, such as 30s, 5m, 1h, 1d or 1m30s"

  /// Values with a minus, which are nobody's option.
  static let belowNothing: [Refusal] = [
    Refusal("wait -3", "wait: \"-3\" does not fit. Allowed: \(time)."),
    Refusal("wait -5s", "wait: \"-5s\" does not fit. Allowed: \(time)."),
    Refusal("wait 0s", "wait: \"0s\" does not fit. Allowed: \(time)."),
    Refusal("wait 367d", "wait: \"367d\" does not fit. Allowed: \(time)."),
    Refusal("timeline --last -5m", "--last: \"-5m\" does not fit. Allowed: \(time)."),
    Refusal("run until --at-most -5s x", "--at-most: \"-5s\" does not fit. Allowed: \(time)."),
    Refusal(
      "break CafeInstance1 --slow -5s",
      "--slow: \"-5s\" does not fit. Allowed: \(time)."
    ),
    Refusal(
      "break --status -503 CafeInstance1",
      "--status: \"-503\" does not fit. Allowed: an HTTP status, 100 to 599, such as 503."
    ),
    Refusal(
      "create record x A 192.0.2.1 --ttl -1",
      "--ttl: \"-1\" does not fit. Allowed: a whole number of seconds, 0 to 2147483647, such as 60."
    ),
    Refusal(
      "create record --ttl=-1 x A 192.0.2.1",
      "--ttl: \"-1\" does not fit. Allowed: a whole number of seconds, 0 to 2147483647, such as 60."
    ),
    Refusal(
      "create health-check x --failure-threshold -2 --port 80",
      "--failure-threshold: \"-2\" does not fit. Allowed: a whole number from 1 to 10, such as 2."
    ),
    Refusal("undo -1", "\"-1\" does not fit here. Allowed: a whole number from 1, such as 2."),
    Refusal("read -1", "There is no mail \"-1\". `inbox` lists the mail and whose it is."),
    Refusal(
      "goto -1",
      "There is no history entry, bookmark or branch \"-1\". `history` shows those that there are."
    ),
    Refusal("status -1", "status: Unexpected argument '-1'.\nUsage: status"),
  ]

  static let values: [Refusal] = [
    Refusal(
      "chaos 0",
      "\"0\" does not fit here. Allowed: a whole number from 1 to 1000, such as 50."
    ),
    Refusal(
      "chaos 1001",
      "\"1001\" does not fit here. Allowed: a whole number from 1 to 1000, such as 50."
    ),
    Refusal(
      "chaos --seed x",
      "--seed: \"x\" does not fit. Allowed: a whole number from 0, such as 17."
    ),
    Refusal("chaos --over 30s", "--over: \"30s\" does not fit. Allowed: 1m to 7d."),
    Refusal(
      "chaos replay last",
      "\"last\" does not fit here. Allowed: a whole number from 0, such as 17."
    ),
    Refusal(
      "wait 30",
      "wait: \"30\" does not fit. Allowed: a time with its unit from 1ms to 366d, such as 30s, 5m, "
        + "1h, 1d or 1m30s. Did you mean 30s?"
    ),
    Refusal(
      "create record x A 192.0.2.1 --ttl abc",
      "--ttl: \"abc\" does not fit. Allowed: a whole number of seconds, 0 to 2147483647, such "
        + "as 60."
    ),
    Refusal(
      "create record x A 192.0.2.1 --failover primry",
      "--failover: \"primry\" does not fit. Allowed: primary, secondary. Did you mean primary?"
    ),
    Refusal(
      "create health-check x --port 99999999999999999999",
      "--port: \"99999999999999999999\" does not fit. Allowed: a whole number from 1 to 65535, "
        + "such as 80."
    ),
    Refusal(
      "create health-check x --type HTPS",
      "--type: \"HTPS\" does not fit. Allowed: HTTP, HTTPS, HTTP_STR_MATCH, HTTPS_STR_MATCH, TCP, "
        + "CALCULATED, CLOUDWATCH_METRIC, RECOVERY_CONTROL. Did you mean HTTPS?"
    ),
    Refusal(
      "list record",
      "\"record\" does not fit here. Allowed: zones, records, health-checks, instances, alarms, "
        + "topics, addresses, resolvers, delegation-sets, cidr-collections, resources. "
        + "Did you mean records?"
    ),
    Refusal(
      "dig www AAA",
      "\"AAA\" does not fit here. Allowed: A, AAAA, CAA, CNAME, DS, HTTPS, MX, NAPTR, NS, PTR, "
        + "SOA, SPF, SRV, SSHFP, SVCB, TLSA, TXT. Did you mean AAAA or CAA?"
    ),
    Refusal(
      "dig +shrt www",
      "dig: \"+shrt\" does not fit. Allowed: +short or +subnet=24.20.0.0/16. Did you mean +short "
        + "or +subnet=?"
    ),
    Refusal(
      "dig @isp www --from 24.20.0.0/16",
      "A resolver asks for its own clients. --from works with @authority."
    ),
    Refusal(
      "explain www --from nowhere",
      "--from: \"nowhere\" does not fit. Allowed: a resolver, an address, or a subnet such as "
        + "24.20.0.0/16."
    ),
    Refusal(
      "break CafeInstance1 --status 99",
      "--status: \"99\" does not fit. Allowed: an HTTP status, 100 to 599, such as 503."
    ),
    Refusal("undo 0", "\"0\" does not fit here. Allowed: a whole number from 1, such as 2."),
    Refusal(
      "browse https://www.cafe.example/",
      "\"https://www.cafe.example/\" does not fit here. Allowed: an http:// address on port 80, or "
        + "the name or address of an instance. Did you mean http://www.cafe.example/?"
    ),
  ]
}
