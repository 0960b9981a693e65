extension AmazonRefusal {
  /// Refusals of health checks, and of addresses.
  static let healthChecks: [Advice] = [
    Advice(
      "failureThreshold",
      why: "The failure threshold counts results in a row, from 1 to 10.",
      next: "`--failure-threshold 2`."
    ),
    Advice(
      "healthCheckConfig.port",
      why: "A port is a number from 1 to 65535.",
      next: "`--port 80`."
    ),
    Advice(
      "TCP health checks must not have a resource path",
      why: "A TCP check only opens a connection. It fetches no page, so it has no path.",
      next: "leave `--resource-path` out, or take `--type HTTP`."
    ),
    Advice(
      "TCP health checks must have a port",
      why: "A TCP check must know where to knock.",
      next: "add `--port 80`."
    ),
    Advice(
      "can not be both empty",
      why: "A health check needs something to look at.",
      next: "`--ip-address CafeInstance1`."
    ),
    Advice(
      "is not a valid IP address",
      why: "An IPv4 address is four numbers from 0 to 255 with dots between them.",
      next: "give the instance's name: `--ip-address CafeInstance1`. `list instances` shows them."
    ),
    Advice(
      "is not a valid fully qualified domain name",
      why: "The endpoint's name cannot be a DNS name.",
      next: "`--domain-name www.cafe.example`."
    ),
    Advice(
      "IllegalIPv6Address",
      why: "An AAAA record holds an IPv6 address: groups of hexadecimal digits with colons.",
      next: "an A record for an IPv4 address: `create record www A CafeInstance1`."
    ),
    Advice(
      "must not have a search string",
      why: "Only the types that match a string look into the page.",
      next: "`--type HTTP_STR_MATCH --search-string coffee`."
    ),
    Advice(
      "must have a search string",
      why: "This type looks for a text in the page, and none is given.",
      next: "`--search-string coffee`, or `--type HTTP`."
    ),
    Advice(
      "must not enable SNI",
      why: "Only HTTPS has a handshake in which a host can be named.",
      next: "leave it out, or take `--type HTTPS`."
    ),
    Advice(
      "TCP health checks that have IP address",
      why: "A TCP check opens a connection to one place.",
      next: "either `--ip-address` or `--domain-name`."
    ),
    Advice(
      "must not have",
      why: "A check of this type has no endpoint: it follows what is known already.",
      next: "leave that option out."
    ),
    Advice(
      "can have a health threshold",
      why: "The health threshold counts children, which only a CALCULATED check has.",
      next: "`--failure-threshold` for checkers, or `--type CALCULATED --child NAME`."
    ),
    Advice(
      "Child health check IDs do not exist",
      why: "A child must be a health check that exists, and not a calculated one.",
      next: "`list health-checks` shows yours."
    ),
    Advice(
      "must have a health threshold",
      why: "A calculated check must know how many healthy children are enough.",
      next: "`--health-threshold 1`."
    ),
    Advice(
      "Alarm identifier must not be null",
      why: "This type follows the data of an alarm.",
      next: "`--alarm NAME`; `create alarm` makes one."
    ),
    Advice(
      "Routing control ARN must not be null",
      why: "This type follows a routing control.",
      next: "`create routing-control NAME`, then `--routing-control NAME`."
    ),
    Advice(
      "healthCheckConfig.regions",
      why: "Route 53 checks from eight regions, and wants three at least.",
      next: "`--regions us-east-1,us-west-2,eu-west-1`."
    ),
    Advice(
      "The health check's version is",
      why: "Somebody has changed the check since you looked.",
      next: "`show` it, and repeat the change with the version that it has now."
    ),
    Advice(
      "as many datapoints to alarm as evaluation periods",
      why: "A health check cannot follow an alarm with M out of N datapoints.",
      next: "an alarm in which all evaluated datapoints count."
    ),
  ]
}
