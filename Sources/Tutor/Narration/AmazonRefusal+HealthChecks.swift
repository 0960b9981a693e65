extension AmazonRefusal {
  /// Refusals of health checks, and of addresses.
  static let healthChecks: [Advice] = [
    (
      "is not a valid IP address",
      "An IPv4 address is four numbers from 0 to 255 with dots between them.",
      "give the instance's name: `--ip-address CafeInstance1`. `list instances` shows them."
    ),
    (
      "is not a valid fully qualified domain name", "The endpoint's name cannot be a DNS name.",
      "`--domain-name www.cafe.example`."
    ),
    (
      "IllegalIPv6Address",
      "An AAAA record holds an IPv6 address: groups of hexadecimal digits with colons.",
      "an A record for an IPv4 address: `create record www A CafeInstance1`."
    ),
    (
      "must not have a search string", "Only the types that match a string look into the page.",
      "`--type HTTP_STR_MATCH --search-string coffee`."
    ),
    (
      "must have a search string", "This type looks for a text in the page, and none is given.",
      "`--search-string coffee`, or `--type HTTP`."
    ),
    (
      "must not enable SNI", "Only HTTPS has a handshake in which a host can be named.",
      "leave it out, or take `--type HTTPS`."
    ),
    (
      "TCP health checks that have IP address", "A TCP check opens a connection to one place.",
      "either `--ip-address` or `--domain-name`."
    ),
    (
      "must not have", "A check of this type has no endpoint: it follows what is known already.",
      "leave that option out."
    ),
    (
      "can have a health threshold",
      "The health threshold counts children, which only a "
        + "CALCULATED check has.",
      "`--failure-threshold` for checkers, or `--type CALCULATED --child NAME`."
    ),
    (
      "Child health check IDs do not exist",
      "A child must be a health check that exists, and not a calculated one.",
      "`list health-checks` shows yours."
    ),
    (
      "must have a health threshold",
      "A calculated check must know how many healthy children are "
        + "enough.",
      "`--health-threshold 1`."
    ),
    (
      "Alarm identifier must not be null", "This type follows the data of an alarm.",
      "`--alarm NAME`; `create alarm` makes one."
    ),
    (
      "Routing control ARN must not be null", "This type follows a routing control.",
      "`create routing-control NAME`, then `--routing-control NAME`."
    ),
    (
      "healthCheckConfig.regions", "Route 53 checks from eight regions, and wants three at least.",
      "`--regions us-east-1,us-west-2,eu-west-1`."
    ),
    (
      "The health check's version is", "Somebody has changed the check since you looked.",
      "`show` it, and repeat the change with the version that it has now."
    ),
    (
      "as many datapoints to alarm as evaluation periods",
      "A health check cannot follow an alarm with M out of N datapoints.",
      "an alarm in which all evaluated datapoints count."
    ),
  ]
}
