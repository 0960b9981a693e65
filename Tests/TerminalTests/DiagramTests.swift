import Terminal
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `A diagram of the site` {
  @Test func `after a failover at 60 columns`() {
    let display: Display = Display(width: 60, colour: false)
    let expected: String = """
      ┌────────────────────────────┐    ┌─ ! ────────────────────┐
      │ Internet                   │    │ Mail to the            │
      │ 200 customers              │    │ administrators         │
      │                            │    │ Sofía 1, Mateo 1       │
      └──────────────╥─────────────┘    └────────────────────────┘
                     ▼ ask for www                   ▲ ALARM
      ┌────────────────────────────┐    ┌─ ✗ ────────╨───────────┐
      │ Route 53                   │◁───┤ Primary-Website-Health │
      │ www.cafe.example A, TTL 15 │    │ unhealthy              │
      │ answer now: 54.245.12.90   │    │ 0 of 16 checkers       │
      └─────────────┬──────────╥───┘    └────────────────────────┘
                    ╎          ╚═══════════════════╗
                    ╳ unreachable                  ▼ traffic
      ┌╌ ✗ ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┐  ╔═ ✓ ═══════════════════════╗
      ╎ us-west-2a                ╎  ║ us-west-2b                ║
      ╎ CafeInstance1: stopped    ╎  ║ CafeInstance2: running    ║
      ╎ 54.245.10.17              ╎  ║ 54.245.12.90              ║
      ╎ website: no answer        ╎  ║ website: OK               ║
      └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘  ╚═══════════════════════════╝
      """
    #expect(render(Scenes.failedOver.drawn(on: display), on: display) == expected)
  }

  @Test func `after a failover at 80 columns`() {
    let display: Display = Display(width: 80, colour: false)
    let expected: String = """
      ┌───────────────────────────────────────────┐      ┌─ ! ───────────────────────┐
      │ Internet                                  │      │ Mail to the               │
      │ 200 customers                             │      │ administrators            │
      │                                           │      │ Sofía 1, Mateo 1          │
      └─────────────────────╥─────────────────────┘      └───────────────────────────┘
                            ▼ ask for www                              ▲ ALARM
      ┌───────────────────────────────────────────┐      ┌─ ✗ ─────────╨─────────────┐
      │ Route 53                                  │◁─────┤ Primary-Website-Health    │
      │ www.cafe.example A, TTL 15                │      │ unhealthy                 │
      │ answer now: 54.245.12.90                  │      │ 0 of 16 checkers          │
      └──────────────────┬────────────────────╥───┘      └───────────────────────────┘
                         ╎                    ╚═══════════════════╗
                         ╳ unreachable                            ▼ traffic
      ┌╌ ✗ ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┐  ╔═ ✓ ═════════════════════════════════╗
      ╎ us-west-2a                          ╎  ║ us-west-2b                          ║
      ╎ CafeInstance1: stopped              ╎  ║ CafeInstance2: running              ║
      ╎ 54.245.10.17                        ╎  ║ 54.245.12.90                        ║
      ╎ website: no answer                  ╎  ║ website: OK                         ║
      └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘  ╚═════════════════════════════════════╝
      """
    #expect(render(Scenes.failedOver.drawn(on: display), on: display) == expected)
  }

  @Test func `after a failover at 60 columns in ASCII`() {
    let display: Display = Display(width: 60, colour: false, unicode: false)
    let expected: String = """
      +----------------------------+    +- ! --------------------+
      | Internet                   |    | Mail to the            |
      | 200 customers              |    | administrators         |
      |                            |    | Sofía 1, Mateo 1       |
      +--------------*-------------+    +------------------------+
                     V ask for www                   ^ ALARM
      +----------------------------+    +- X --------*-----------+
      | Route 53                   |<---+ Primary-Website-Health |
      | www.cafe.example A, TTL 15 |    | unhealthy              |
      | answer now: 54.245.12.90   |    | 0 of 16 checkers       |
      +-------------+----------*---+    +------------------------+
                    :          *********************
                    x unreachable                  V traffic
      .. X ........................  ** OK ***********************
      : us-west-2a                :  * us-west-2b                *
      : CafeInstance1: stopped    :  * CafeInstance2: running    *
      : 54.245.10.17              :  * 54.245.12.90              *
      : website: no answer        :  * website: OK               *
      :...........................:  *****************************
      """
    #expect(render(Scenes.failedOver.drawn(on: display), on: display) == expected)
  }

  @Test func `after a failover at 80 columns in ASCII`() {
    let display: Display = Display(width: 80, colour: false, unicode: false)
    let expected: String = """
      +-------------------------------------------+      +- ! -----------------------+
      | Internet                                  |      | Mail to the               |
      | 200 customers                             |      | administrators            |
      |                                           |      | Sofía 1, Mateo 1          |
      +---------------------*---------------------+      +---------------------------+
                            V ask for www                              ^ ALARM
      +-------------------------------------------+      +- X ---------*-------------+
      | Route 53                                  |<-----+ Primary-Website-Health    |
      | www.cafe.example A, TTL 15                |      | unhealthy                 |
      | answer now: 54.245.12.90                  |      | 0 of 16 checkers          |
      +------------------+--------------------*---+      +---------------------------+
                         :                    *********************
                         x unreachable                            V traffic
      .. X ..................................  ** OK *********************************
      : us-west-2a                          :  * us-west-2b                          *
      : CafeInstance1: stopped              :  * CafeInstance2: running              *
      : 54.245.10.17                        :  * 54.245.12.90                        *
      : website: no answer                  :  * website: OK                         *
      :.....................................:  ***************************************
      """
    #expect(render(Scenes.failedOver.drawn(on: display), on: display) == expected)
  }

  @Test func `after a failover at 60 columns as sentences`() {
    let display: Display = Display(width: 60, unicode: false, linear: true)
    let expected: String = """
      Internet: 200 customers.
      From Internet to Route 53: ask for www.
      Route 53: www.cafe.example A, TTL 15; answer now:
        54.245.12.90.
      Primary-Website-Health: unhealthy; 0 of 16 checkers.
      From Primary-Website-Health to Route 53: Availability Zone 1
        is unhealthy.
      From Route 53 to us-west-2a: unreachable.
      us-west-2a: CafeInstance1: stopped; 54.245.10.17; website:
        no answer.
      From Route 53 to us-west-2b: traffic.
      us-west-2b: CafeInstance2: running; 54.245.12.90; website:
        OK.
      From Primary-Website-Health to Mail to the administrators:
        ALARM.
      Mail to the administrators: Sofía 1, Mateo 1.
      """
    #expect(render(Scenes.failedOver.drawn(on: display), on: display) == expected)
  }

  @Test func `without a health check at 60 columns`() {
    let display: Display = Display(width: 60, colour: false)
    let expected: String = """
               ┌────────────────────────────────────────┐
               │ Internet                               │
               │ 200 customers                          │
               └────────────────────╥───────────────────┘
                                    ▼ ask for www
               ┌────────────────────────────────────────┐
               │ Route 53                               │
               │ www.cafe.example A, TTL 60             │
               └────╥──────────────────────────────┬────┘
                    ║                              │
                    ▼ traffic                      ▽ no record le…
      ╔═ ✓ ═══════════════════════╗  ┌─ ✓ ───────────────────────┐
      ║ us-west-2a                ║  │ us-west-2b                │
      ║ CafeInstance1: running    ║  │ CafeInstance2: running    │
      ╚═══════════════════════════╝  └───────────────────────────┘
      """
    #expect(render(Scenes.simple.drawn(on: display), on: display) == expected)
  }

  @Test func `without a health check at 80 columns`() {
    let display: Display = Display(width: 80, colour: false)
    let expected: String = """
                    ┌──────────────────────────────────────────────────┐
                    │ Internet                                         │
                    │ 200 customers                                    │
                    └─────────────────────────╥────────────────────────┘
                                              ▼ ask for www
                    ┌──────────────────────────────────────────────────┐
                    │ Route 53                                         │
                    │ www.cafe.example A, TTL 60                       │
                    └────╥────────────────────────────────────────┬────┘
                         ║                                        │
                         ▼ traffic           no record leads here ▽
      ╔═ ✓ ═════════════════════════════════╗  ┌─ ✓ ─────────────────────────────────┐
      ║ us-west-2a                          ║  │ us-west-2b                          │
      ║ CafeInstance1: running              ║  │ CafeInstance2: running              │
      ╚═════════════════════════════════════╝  └─────────────────────────────────────┘
      """
    #expect(render(Scenes.simple.drawn(on: display), on: display) == expected)
  }

  @Test func `without a health check at 80 columns as sentences`() {
    let display: Display = Display(width: 80, linear: true)
    let expected: String = """
      Internet: 200 customers.
      From Internet to Route 53: ask for www.
      Route 53: www.cafe.example A, TTL 60.
      From Route 53 to us-west-2a: traffic.
      us-west-2a: CafeInstance1: running.
      From Route 53 to us-west-2b: no record leads here.
      us-west-2b: CafeInstance2: running.
      """
    #expect(render(Scenes.simple.drawn(on: display), on: display) == expected)
  }

  @Test func `grows to a hundred columns and no further`() {
    let hundred: Styled = Scenes.failedOver.drawn(on: Display(width: 100, colour: false))
    #expect(hundred.width == 100)
    #expect(Scenes.failedOver.drawn(on: Display(width: 120, colour: false)) == hundred)
  }

  @Test(arguments: 60...120)
  func `joins its lines at every width`(width: Int) {
    let lines: [[Character]] = Scenes.failedOver.drawn(on: Display(width: width, colour: false))
      .lines.map { Array($0.text) }
    let heads: [(head: Character, tail: Character)] = [("▼", "║"), ("╳", "╎"), ("▲", "╨")]
    for (head, tail) in heads {
      let below: Int = head == "▲" ? 1 : -1
      for row: Int in lines.indices {
        guard let column: Int = lines[row].firstIndex(of: head) else { continue }
        #expect([tail, "╥", "╗"].contains(lines[row + below][column]), "\(head) at \(width)")
      }
    }
  }
}
