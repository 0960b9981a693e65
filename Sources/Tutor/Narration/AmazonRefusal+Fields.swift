extension AmazonRefusal {
  /// Refusals of fields that must or must not stand together.
  static let fields: [Advice] = [
    Advice(
      "Missing field 'SetIdentifier'",
      why: "Record sets with a routing policy share one name and type; the set identifier tells "
        + "them apart. One that has none was made as a simple record.",
      next:
        "`--set-identifier NAME` for a new one; a simple record is replaced in one change batch."
    ),
    Advice(
      "Expected exactly one of [Weight",
      "found none",
      why: "A set identifier tells record sets of a routing policy apart, and this one has none.",
      next: "a policy, such as `--weight 10`; or leave `--set-identifier` out."
    ),
    Advice(
      "Expected exactly one of [Weight",
      "found more than one",
      why: "A record set has one routing policy, and here are two.",
      next: "keep the option of one policy."
    ),
    Advice(
      "Expected exactly one of [AliasTarget",
      "found more than one",
      why: "A record set has either values and a TTL, or is an alias, which has its target's.",
      next: "`--alias TARGET` without values and `--ttl`; or values without `--alias`."
    ),
    Advice(
      "Expected exactly one of [AliasTarget",
      why: "A record needs a TTL and at least one value, or a target to be an alias of.",
      next: "`create record www A CafeInstance1 --ttl 15`, or `create record @ A --alias www`."
    ),
    Advice(
      "'[PRIMARY, SECONDARY]'",
      why: "A failover pair has two places.",
      next: "`--failover primary` or `--failover secondary`."
    ),
    Advice(
      "enumeration '[10, 30]'",
      why: "Route 53 knows two intervals only.",
      next: "`--request-interval 10` or `--request-interval 30`."
    ),
    Advice(
      "enumeration '[us-east-1,",
      why: "That is no region in which latency is measured.",
      next: "a region such as `us-west-2`; Tab behind `--region` lists them."
    ),
    Advice(
      "enumeration '[",
      "AAAA",
      why: "That is no type of record that Route 53 has.",
      next: "one such as A, AAAA, CNAME, MX or TXT; `help create record` lists them."
    ),
    Advice(
      "is not complete",
      why: "A part of the request is missing.",
      next: "the same in the short language, which fills in what it can."
    ),
    Advice(
      ".weight'",
      why: "A weight is a whole number from 0 to 255; 0 is hardly ever chosen.",
      next: "`--weight 10`. What counts is its part of the sum of all weights."
    ),
    Advice(
      "Cannot find region",
      why: "That is no region in which latency is measured.",
      next: "a region such as `us-west-2`; Tab behind `--region` lists them."
    ),
    Advice(
      "Cannot find location",
      why: "Geolocation knows continents, countries and some parts of them, one at a time.",
      next: "`--continent EU`, `--country DE`, `--subdivision US-CA`; Tab lists them."
    ),
    Advice(
      "Cannot find GeoProximityLocation",
      why: "That is no AWS region and no local zone group.",
      next: "`--near us-west-2`, or degrees such as `--near 52.52,13.40`."
    ),
    Advice(
      "Expected exactly one of [AWSRegion",
      why: "Geoproximity needs one place: a region, a local zone group, or coordinates.",
      next: "`--near us-west-2`, or `--near 52.52,13.40`."
    ),
    Advice(
      "'Latitude'",
      why: "A latitude is in degrees from -90 to 90, with two decimal places at most.",
      next: "`--near 52.52,13.40`: first the latitude, then the longitude."
    ),
    Advice(
      "'Longitude'",
      why: "A longitude is in degrees from -180 to 180, with two decimal places at most.",
      next: "`--near 52.52,13.40`: first the latitude, then the longitude."
    ),
    Advice(
      "CidrLocationNameDefaultAllowed",
      why: "A location's name has 1 to 16 letters, digits, hyphens or underscores.",
      next: "`--cidr COLLECTION/LOCATION`; `list cidr-collections` shows them."
    ),
    Advice(
      "has no location named",
      why: "The CIDR collection does not have this location.",
      next: "`update cidr-collection NAME LOCATION=BLOCK` makes it; `*` is every other address."
    ),
    Advice(
      "traffic policy instance",
      why: "There are no traffic policies in this account.",
      next: "values, or an alias."
    ),
    Advice(
      "MultiValueAnswer must be true",
      why: "A record set is of the multivalue policy, or says nothing of it.",
      next: "leave MultiValueAnswer out, or make it true."
    ),
    Advice(
      "'Bias'",
      why: "A bias is a whole number from -99 to 99: more attracts clients from farther away.",
      next: "`--bias 20`."
    ),
    Advice(
      "tTL",
      why: "A TTL is a whole number of seconds from 0 to 2147483647.",
      next: "`--ttl 15`."
    ),
    Advice(
      "setIdentifier'",
      why: "A set identifier has 1 to 128 characters.",
      next: "a shorter one."
    ),
  ]

  /// Refusals of a value.
  static let values: [Advice] = [
    Advice(
      "is forbidden",
      why: "The checkers come over the internet, and private or reserved addresses are not on it.",
      next: "the public address: give the instance's name, such as `--ip-address CafeInstance1`."
    ),
    Advice(
      "NotSingleField",
      why: "One value is one address or one name, without a blank in it.",
      next: "each value as a word of its own: `create record www A 192.0.2.1 192.0.2.2`."
    ),
    Advice(
      "IllegalIPv4Address",
      why: "An A record holds an IPv4 address: four numbers from 0 to 255.",
      next: "an address, or an instance's name."
    ),
    Advice(
      "InvalidCharacterString",
      why: "Text in a record stands between quotation marks, 255 characters at most in each pair.",
      next: "`\"v=spf1 -all\"`; `create record` sets the marks by itself."
    ),
    Advice(
      "record doesn't have",
      why: "A value of this type has more or fewer fields than it should.",
      next: "the fields in their order, such as `10 mail.cafe.example` for MX."
    ),
    Advice(
      "SVCParam",
      why: "SVCB and HTTPS records have parameters after the target, each once; priority 0 is an "
        + "alias and has none.",
      next: "`1 . alpn=h2 port=8443`."
    ),
    Advice(
      "Invalid value for field",
      why: "A field of the value is not what this type of record has there.",
      next: "the fields in their order, such as `0 5 5060 sip.cafe.example` for SRV."
    ),
    Advice(
      "UnsupportedCharacter",
      why: "Names are made of letters, digits, hyphens, underscores and dots.",
      next: "another name; letters beyond ASCII are written in Punycode, as xn--…"
    ),
    Advice(
      "DomainNameEmpty",
      why: "A name is empty, or has two dots side by side.",
      next: "a name such as www."
    ),
    Advice(
      "DomainLabelEmpty",
      why: "A name has two dots side by side, or begins with one.",
      next: "a name such as www."
    ),
    Advice(
      "Label",
      why: "A part of a name has at most 63 characters, the whole name 253.",
      next: "a shorter name."
    ),
    Advice(
      "Duplicate Resource Record",
      why: "The same value stands there twice.",
      next: "name each value once."
    ),
  ]
}
