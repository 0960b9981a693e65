/// One of every fence, correct, for tests of the whole reader.
enum SampleFences {
  static let task = """
    [exists] 1  there is a check called Main
                hc("Main") exists
    [target] 2  it watches ${server}   needs exists
                hc("Main").ip-address == instance("${server}").public-ip
       else     It watches {hc.ip-address}, which is {hc.owner}.
                Say \\{so\\}.
    [calm]   1  a blip is forgiven   needs target, exists
                under break ${server} --drop --for 12s:
                  always for 1m: hc("Main").status == healthy
    """

  static let others = """
    ```vars
    # Two servers.
    server = CafeInstance1 | CafeInstance2
    limit = 30s | 45s | 1m
    ```

    ```setup
    create topic Alerts
    ```

    ```also slowly
    create health-check Main --ip-address ${server}
      --resource-path /cafe
    ```

    ```mistake wrong-server
    create health-check Main --ip-address CafeInstance2
    fails:  target
    say:    It watches {hc.ip-address}.
            Look again.
    ```

    ```hint
    Two numbers.
    2 | Both are small.
    ```

    ```predict how-long
    say:    I stop ${server}.
    run:    create health-check trial
            stop ${server}
    ask:    How long does it take?
    answer: seconds until (hc("trial").status == unhealthy)
    near:   6
    why:    Three failures in a row: ${answer} s.
    model one-strike: engine.failure-threshold = 1
      say:  One packet would do.
    model counts-ttl: answer + 15 * (2 - 1)
      say:  You added the TTL.
    ```

    ```demo
    say: Look.
    poll: How long?
    solve
    watch 60s
    rewind 2
    status
    ```

    ```note
    For the instructor.
    ```

    ## Questions {#questions}

    ![A figure](trial/figure.svg)

    Prose with ${orders.lost} lost orders.

    ```quiz policy
    ask:    Which policy?
    type:
    right:  failover | failover routing
      why:  One primary, one secondary.
    wrong weighted: weighted | weighted routing
      say:  Weighted shares.
    right?  A fail-over policy
    wrong?  not failover
    ```

    ```quiz pick
    ask: Which one?
    choose:
    (x) The first :: Yes, it is.
    ( ) The second :: No: it is
        the other one.
    ```

    ```quiz seconds
    ask: How long?
    number:
    right: 28 s ± 2
      why: So long.
    wrong double: 56 s ± 2
      say: Only once.
    ```

    ```quiz lost
    ask: How many?
    number:
    right: ${orders.lost - 3} ± 10
    ```

    ```quiz sort
    ask: In which order?
    order:
      detect
      decide
      answer
    ```
    """
}
