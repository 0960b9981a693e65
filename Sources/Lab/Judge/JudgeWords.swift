/// The words that a judge knows beside those of its ideas.
enum JudgeWords {
  /// Words of the field.
  ///
  /// None is ever taken for a slip of another, and beside a right idea they change it.
  static let domain = list(
    """
    a aaaa cname mx txt ns soa ptr srv caa ds spf naptr alias
    weighted latency failover simple geolocation geoproximity multivalue anycast roundrobin
    activeactive elb alb nlb clb elastic load balancer balancing alarm cloudwatch metric sns sqs ses
    topic subscription notification email lambda ec2 s3 rds vpc iam waf cloudfront cloudtrail
    autoscaling scaling advisor dashboard inspector guardduty globalaccelerator accelerator
    health check status monitor heartbeat probe ping traceroute resolver ttl ipv6 firewall proxy
    database cluster container kubernetes calculated subnet gateway peering cache caching
    replication backup snapshot snmp nagios prometheus wealth stealth insurance doctor dental
    medical
    """
  )

  /// What may stand beside an answer without changing it.
  static let context = list(
    """
    route53 r53 route amazon aws dns record recordset resource set type routing policy entry name
    hosted zone domain internet service feature web website site server main host hostname
    primary secondary standby http https tcp endpoint public ipv4 v4 address ip based mode rule
    configuration config setting option method mechanism kind sort plain normal standard basic
    regular single new own proper usual letter value answer question solution thing technique
    automatic automatically strategy system cafe
    """
  )

  /// Grammar, courtesy and hedging.
  static let fillers =
    list(
      """
      i id im ive we wed were you youd it its he she they this that thats these those there theres
      is are was be been being am do does did doing done has have had having
      will would should could can may might must shall lets let please thanks thank hi hello
      think thought believe guess suppose assume say said mean probably maybe perhaps possibly
      likely
      surely certainly definitely obviously clearly sure just only simply really very quite also too
      well so then now here yes yeah yep ok okay right correct correctly
      use using used choose choosing chose pick picking select take taking go going want need needs
      create creating make making set setup setting configure configuring configured implement
      implementing enable enabling add adding apply applying deploy build give giving put try
      call called named known name term my your our their his her one some any each every all both
      work works working watch watches watching monitors monitoring notify notifies send sends
      sending switch switches switching handle handles tell tells point points pointing lead leads
      leading test tests testing keep keeps look looks uses asks ask
      either whether like such something stuff whatever least actual actually exactly again always
      """
    ) + separators

  /// Fillers behind which another thing begins, so that what follows is no part of the answer's
  /// name.
  static let separators = list(
    """
    of on for in to with from by at as into onto about after before during when while where which
    who what if because since since until than through via and per under over between
    """
  )

  static let articles = ["a", "an", "the"]

  static let negators = list(
    """
    not no non never neither nor without except excluding isnt arent aint dont doesnt didnt wasnt
    wont wouldnt cant cannot couldnt shouldnt mustnt hardly wrong
    incorrect false
    """
  )

  /// Pairs that rule out what comes next, up to a verb.
  static let contrasts = [
    ["instead", "of"], ["rather", "than"], ["other", "than"], ["opposed", "to"],
    ["anything", "but"],
    ["everything", "but"], ["all", "but"], ["any", "but"], ["unlike"],
  ]

  /// Pairs with a negator that rule out nothing.
  static let harmlessNegations = [
    ["not", "sure"], ["not", "certain"], ["no", "idea"], ["no", "doubt"], ["without", "doubt"],
    ["dont", "know"], ["not", "know"], ["isnt", "it"], ["not", "only"], ["nothing", "but"],
    ["why", "not"], ["no", "clue"], ["cant", "remember"], ["dont", "remember"],
  ]

  /// Words that end what a negation rules out.
  static let turns = ["but", "because", "so", "instead", "since", "therefore", "hence"]
  static let resumptions = ["use", "using", "choose", "pick", "take", "i", "id", "we", "it", "its"]

  private static func list(_ words: String) -> [String] {
    words.split { $0.isWhitespace }.map(String.init)
  }
}
