import CafeWorld
import Testing

@testable import Lab

struct `What a test asks of record sets` {
  let evaluator: Evaluator

  init() throws {
    var world = Scene.cafe.world(seed: 7)
    for line in [
      "create health-check Primary --ip-address CafeInstance1 --resource-path /cafe",
      "create cidr-collection offices berlin=91.64.0.0/16",
      "create record web A CafeInstance1 --weight 10 --ttl 60 --set-identifier one",
      "create record web A CafeInstance2 --weight 30 --ttl 60 --set-identifier two",
      "create record fast A CafeInstance1 --region us-west-2",
      "create record geo A CafeInstance1 --continent EU",
      "create record geo A CafeInstance2 "
        + "--country default", "create record geo A CafeInstance2 --subdivision US-CA",
      "create record near A CafeInstance1 --near us-west-2 --bias -20",
      "create record near A CafeInstance2 --near 52.52,13.4",
      "create record many A CafeInstance1 --multivalue --health-check Primary",
      "create record net A CafeInstance1 --cidr offices/berlin",
      "create record www A --alias web --failover primary --evaluate-target-health",
      "create record @ A --alias www", "update hosted-zone cafe.example --comment open",
    ] {
      world = try Situation(world: world).carryingOut(line).get()
    }
    evaluator = Evaluator(Situation(world: world))
  }

  @Test(arguments: [
    #"record("web", "one").weight == 10 and record("web", "two").weight == 30"#,
    #"record("web").policy == weighted and record("web").count == 2"#,
    #"record("WEB", "one").count == 1 and not record("web", "ONE") exists"#,
    #"record("fast").region == us-west-2 and record("fast").policy == latency"#,
    #"record("geo", "continent-EU").continent == EU"#,
    #"not record("geo", "default").continent exists"#,
    #"record("geo", "default").country == default"#,
    #"record("geo", "US-CA").subdivision == US-CA and record("geo", "US-CA").country == US"#,
    #"record("near", "us-west-2").near == us-west-2 and record("near", "us-west-2").bias == -20"#,
    #"record("near", "52.52,13.4").near == "52.52,13.40""#,
    #"record("many").multivalue == yes and record("web").multivalue == no"#,
    #"record("many").health-check == Primary and record("many").owner == CafeInstance1"#,
    #"record("net").cidr == "offices/berlin" and record("net").policy == IP-based"#,
    #"record("www").alias == "web.cafe.example" and record("www").evaluate-target-health == yes"#,
    #"record("@").alias == "www.cafe.example" and record("@").evaluate-target-health == no"#,
    #"not record("www").ttl exists and not record("www").weight exists"#,
    #"record("www").failover == primary and record("www").alias-zone exists"#,
    #"zone("cafe.example").comment == open and zone("cafe.example").private == no"#,
  ])
  func `holds`(text: String) throws {
    #expect(evaluator.judge(try Lab.Test(parsing: text)) == .holds)
  }

  @Test(arguments: [
    #"record("web", "one").weight == 11"#, #"record("web").region exists"#,
    #"record("web").alias exists"#, #"record("geo", "continent-EU").country exists"#,
    #"record("@").evaluate-target-health == yes"#, #"record("web").policy == failover"#,
    #"record("web", "One") exists"#, #"record("web", "ONE").count == 1"#,
  ])
  func `does not hold`(text: String) throws {
    #expect(evaluator.judge(try Lab.Test(parsing: text)) == .fails)
  }
}
