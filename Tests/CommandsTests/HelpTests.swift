import Commands
import Testing

struct `Help` {
  @Test func `fits two screens of eighty columns`() throws {
    let lines = try #require(help([], width: 80)).split(separator: "\n")
    #expect(lines.count <= 47)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: Lines.everyVerb, [60, 80])
  func `stays within its width and says something`(verb: String, width: Int) throws {
    let words = verb.split(separator: " ").map(String.init)
    let text = try #require(help(words, width: width))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
    #expect(text.hasPrefix("\(verb): "))
    #expect(text.contains("\n\nExample\n  "))
    #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  @Test func `knows all verbs`() {
    #expect(Lines.everyVerb.count == 107)
  }

  @Test(arguments: Lines.examples)
  func `has examples that are understood`(line: String) {
    var context = Setting().context
    context.files["failover.json"] = #"{"Changes":[]}"#
    do throws(CommandError) { _ = try parse(line, in: context) } catch {
      switch error {
      case .unknownVerb, .incomplete, .usage, .badValue, .openQuote, .danglingBackslash:
        Issue.record("\(line): \(error.message)")
      default: break
      }
    }
  }

  @Test(arguments: ["create", "update"])
  func `says what a disabled check counts as, an inverted one too`(verb: String) throws {
    let text = try #require(help([verb, "health-check"], width: 200))
    #expect(text.contains("the check counts as healthy, an inverted one as unhealthy."))
    #expect(!text.contains("--no-disabled"))
  }

  @Test func `of aws names every service that there is`() throws {
    let text = try #require(help(["aws"], width: 200))
    #expect(text.contains("Services here are route53, ec2, sns, cloudwatch, sts."))
  }

  @Test func `of nothing is nothing`() {
    #expect(help(["nonsense"], width: 80) == nil)
    #expect(help(["create", "nonsense"], width: 80) == nil)
  }

  @Test func `of a family lists its verbs`() {
    #expect(
      help(["create"], width: 80) == """
          create health-check     Lets Route 53 watch an endpoint.
          create record           Creates a record set in a hosted zone.
          create topic            Creates an SNS topic, which passes messages on to its
                                  subscribers.
          create alarm            Has CloudWatch tell a topic when a health check turns
                                  unhealthy.
          create hosted-zone      Creates a hosted zone with its NS and SOA records.
          create delegation-set   Gets four name servers that several hosted zones can
                                  share.
          create cidr-collection  Names blocks of client addresses, for IP-based
                                  records.
          create routing-control  Creates a switch that a health check can follow; a new
                                  one is off.
          create resource         Creates a resource of another AWS service that an
                                  alias record can point to.
          create instance         Makes a web server, or gives a name to one that really
                                  runs outside the café.
        `help create health-check` says more.
        """
    )
  }

  @Test func `of a verb is laid out in eighty columns`() {
    #expect(
      help(["create", "record"], width: 80) == """
        create record: Creates a record set in a hosted zone.

          create record <name> <type> [<value> ...] [--ttl <seconds>]
              [--failover <role>] [--weight <number>] [--region <region>]
              [--continent <code>] [--country <code>] [--subdivision <code>]
              [--near <place>] [--bias <number>] [--multivalue] [--cidr <location>]
              [--set-identifier <text>] [--health-check <health-check>]
              [--alias <target>] [--alias-zone <zone>] [--evaluate-target-health]
              [--zone <zone>]

          <name>                         Its name in the zone.
          <type>                         The record type. One of: A, AAAA, CAA, CNAME,
                                         DS, HTTPS, MX, NAPTR, NS, PTR, SOA, SPF, SRV,
                                         SSHFP, SVCB, TLSA, TXT.
          <value>                        Its values, or else --alias.
          --ttl <seconds>                How long resolvers may keep it; 300 if not
                                         given.
          --failover <role>              Failover: its place in the pair. One of:
                                         primary, secondary.
          --weight <number>              Weighted: its part of the sum of weights, 0 to
                                         255.
          --region <region>              Latency: for clients with the fastest way to
                                         it.
          --continent <code>             Geolocation: for clients on a continent.
          --country <code>               Geolocation: for a country, or default for the
                                         rest.
          --subdivision <code>           Geolocation: for a state, such as US-CA.
          --near <place>                 Geoproximity: a region, or LATITUDE,LONGITUDE.
          --bias <number>                Geoproximity: how far it attracts, -99 to 99.
          --multivalue                   Multivalue: up to eight healthy ones answer
                                         together.
          --cidr <location>              IP-based: COLLECTION/LOCATION, * for the rest.
          --set-identifier <text>        What tells it from others of its name and type.
          --health-check <health-check>  The health check that it depends on.
          --alias <target>               Answers as this does: a record of the zone, or
                                         AWS's name.
          --alias-zone <zone>            The target's hosted zone, if it is another.
          --evaluate-target-health       Healthy only while its target is.
          --zone <zone>                  The hosted zone, if there are several.

        A name is relative to the zone: www is www.cafe.example, @ is the zone itself; a
        dot at the end makes it absolute. The values of A records can be instances.
        Record sets that share a name and type have one routing policy, and a set
        identifier each; without one they are called after what they choose by. A
        primary record needs a health check.

        Example
          create record www A CafeInstance1 --ttl 15 --failover primary --set-identifier
              FailoverPrimary --health-check Primary
        """
    )
  }

  @Test func `of a verb is laid out in sixty columns`() {
    #expect(
      help(["dig"], width: 60) == """
        dig: Asks DNS for a name, in dig's own layout.

          dig <name> [<type>] [--resolver <resolver>]
              [--from <subnet>] [--short]

          <name>                 The name.
          <type>                 The record type; A if not given.
                                 One of: A, AAAA, CAA, CNAME, DS,
                                 HTTPS, MX, NAPTR, NS, PTR, SOA,
                                 SPF, SRV, SSHFP, SVCB, TLSA, TXT.
          --resolver <resolver>  Whom to ask; @RESOLVER says the
                                 same.
          --from <subnet>        Whose question it is;
                                 +subnet=SUBNET says the same.
          --short                The data alone; +short says the
                                 same.

        Without a server it asks your own resolver, home, which
        remembers answers for their TTL. @authority asks Route 53's
        name servers and leaves no trace. One label is a name in the
        zone. --from, or +subnet=, asks the name servers as if a
        client there had asked.

        Example
          dig +short @authority www
        """
    )
  }

  @Test func `begins with an overview by groups`() throws {
    let text = try #require(help([], width: 80))
    let groups = text.split(separator: "\n").filter { $0.first != " " }
    #expect(
      groups == [
        "Build", "Look", "Break and heal", "Time", "Learn", "Travel", "Other",
        "`help VERB` says more of one: `help create record`.",
      ]
    )
  }
}
