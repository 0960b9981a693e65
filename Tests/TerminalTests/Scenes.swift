import Terminal

/// The values that several suites draw.
enum Scenes {
  /// The café after its first server died: traffic moved, the alarm has spoken.
  static let failedOver = Diagram(
    users: Diagram.Box("Internet", lines: ["200 customers"]),
    service: Diagram.Linked(
      Diagram.Box(
        "Route 53",
        lines: ["www.cafe.example A, TTL 15", "answer now: \("54.245.12.90", .value)"]
      ),
      Diagram.Link(.active, "ask for www")
    ),
    watcher: Diagram.Linked(
      Diagram.Box(
        "Primary-Website-Health",
        lines: ["unhealthy", "0 of 16 checkers"],
        state: .bad
      ),
      Diagram.Link(.idle, "Availability Zone 1 is unhealthy")
    ),
    mailbox: Diagram.Linked(
      Diagram.Box("Mail to the administrators", lines: ["Sofía 1, Mateo 1"], state: .warning),
      Diagram.Link(.active, "ALARM")
    ),
    targets: [
      Diagram.Linked(
        Diagram.Box(
          "us-west-2a",
          lines: ["CafeInstance1: stopped", "54.245.10.17", "website: no answer"],
          state: .bad
        ),
        Diagram.Link(.dead, "unreachable")
      ),
      Diagram.Linked(
        Diagram.Box(
          "us-west-2b",
          lines: ["CafeInstance2: running", "54.245.12.90", "website: OK"],
          state: .good
        ),
        Diagram.Link(.active, "traffic")
      ),
    ]
  )

  /// The café before anything watches it.
  static let simple = Diagram(
    users: failedOver.users,
    service: Diagram.Linked(
      Diagram.Box("Route 53", lines: ["www.cafe.example A, TTL 60"]),
      Diagram.Link(.active, "ask for www")
    ),
    targets: [
      Diagram.Linked(
        Diagram.Box("us-west-2a", lines: ["CafeInstance1: running"], state: .good),
        Diagram.Link(.active, "traffic")
      ),
      Diagram.Linked(
        Diagram.Box("us-west-2b", lines: ["CafeInstance2: running"], state: .good),
        Diagram.Link(.idle, "no record leads here")
      ),
    ]
  )

  private static let eight = 8 * 3_600_000

  /// Two minutes with a stop after forty seconds.
  static let outage = Timeline(
    from: eight,
    to: eight + 120_000,
    lanes: [
      Timeline.Lane(
        "us-west-2 a",
        marks: (0..<12).map {
          Timeline.Mark(at: eight + 3_000 + $0 * 10_000, $0 < 4 ? .ok : .fail)
        }
      ),
      Timeline.Lane(
        "verdict",
        segments: [
          Timeline.Segment(from: eight, to: eight + 62_000, .ok),
          Timeline.Segment(from: eight + 62_000, to: eight + 120_000, .fail),
        ]
      ),
      Timeline.Lane(
        "answer",
        segments: [
          Timeline.Segment(from: eight, to: eight + 62_000, .ok, text: "CafeInstance1"),
          Timeline.Segment(from: eight + 62_000, to: eight + 120_000, .ok, text: "CafeInstance2"),
        ]
      ),
      Timeline.Lane("mail", marks: [Timeline.Mark(at: eight + 100_000, .mark, text: "to Sofía")]),
    ],
    legend: Timeline.Legend(ok: "healthy", fail: "failing", unknown: "no probe", mark: "mail")
  )

  /// A day with six hours of lost orders.
  static let day = Plot(
    title: "Orders per hour",
    first: "placed",
    second: "lost",
    buckets: (0..<24).map { (hour: Int) in
      let orders: Int = 20 * (12 - abs(12 - hour)) + hour
      let isOut: Bool = (6..<12).contains(hour)
      return Plot.Bucket(
        from: eight + hour * 3_600_000,
        to: eight + (hour + 1) * 3_600_000,
        first: isOut ? 0 : orders,
        second: isOut ? orders : 0
      )
    }
  )

  static let checks = Table(
    [
      Table.Column("Name"), Table.Column("Target"), Table.Column("Status"),
      Table.Column("Checkers", .right),
    ],
    rows: [
      ["Primary-Website-Health", "http://54.245.10.17:80/cafe", Styled("unhealthy", .bad), "0"],
      ["Standby", "http://54.245.12.90:80/cafe", Styled("healthy", .good), "16"],
    ]
  )

  static let names = [
    "www", "CafeInstance1", "CafeInstance2", "us-west-2a", "Primary-Website-Health",
    "cafe.example", "Sofía", "Mateo",
  ]

  static let progress = ProgressLine(
    clock: "08:01:30",
    elapsed: 30_000,
    total: 60_000,
    note: "any key skips"
  )

  static let markdown = """
    # The outage

    Frank tells **Sofía** that the *online shop* was down; see
    [the guide](https://example.org/guide) and <https://example.org/guide>.

    1. Create `Primary-Website-Health` for **CafeInstance1**, with the page at `/cafe`.
    2. Then:
       - stop it
       - wait

    > Customers only know `www.cafe.example`.

    ```
    create health-check Primary-Website-Health --ip-address CafeInstance1 --resource-path /cafe
    ```

    ![The café](scenario.svg)

    ---
    <b>not bold</b>
    """

  /// A figure's text form.
  static let figure = """
    ┌──────┐   ┌──────┐
    │ café │──▶│ you  │
    └──────┘   └──────┘
    """
}
