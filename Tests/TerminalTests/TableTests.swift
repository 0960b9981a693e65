import Terminal
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `A table` {
  @Test func `of health checks at 60 columns`() {
    let display: Display = Display(width: 60, colour: false)
    let expected: String = """
      Name: Primary-Website-Health
        Target: http://54.245.10.17:80/cafe
        Status: unhealthy
        Checkers: 0
      Name: Standby
        Target: http://54.245.12.90:80/cafe
        Status: healthy
        Checkers: 16
      """
    #expect(render(Scenes.checks.drawn(on: display), on: display) == expected)
  }

  @Test func `of health checks at 80 columns`() {
    let display: Display = Display(width: 80, colour: false)
    let expected: String = """
      Name                    Target                       Status     Checkers
      ──────────────────────  ───────────────────────────  ─────────  ────────
      Primary-Website-Health  http://54.245.10.17:80/cafe  unhealthy         0
      Standby                 http://54.245.12.90:80/cafe  healthy          16
      """
    #expect(render(Scenes.checks.drawn(on: display), on: display) == expected)
  }

  @Test func `of health checks at 60 columns in ASCII`() {
    let display: Display = Display(width: 60, colour: false, unicode: false)
    let expected: String = """
      Name: Primary-Website-Health
        Target: http://54.245.10.17:80/cafe
        Status: unhealthy
        Checkers: 0
      Name: Standby
        Target: http://54.245.12.90:80/cafe
        Status: healthy
        Checkers: 16
      """
    #expect(render(Scenes.checks.drawn(on: display), on: display) == expected)
  }

  @Test func `of health checks at 80 columns in ASCII`() {
    let display: Display = Display(width: 80, colour: false, unicode: false)
    let expected: String = """
      Name                    Target                       Status     Checkers
      ----------------------  ---------------------------  ---------  --------
      Primary-Website-Health  http://54.245.10.17:80/cafe  unhealthy         0
      Standby                 http://54.245.12.90:80/cafe  healthy          16
      """
    #expect(render(Scenes.checks.drawn(on: display), on: display) == expected)
  }

  @Test func `of health checks at 80 columns as sentences`() {
    let display: Display = Display(width: 80, linear: true)
    let expected: String = """
      Name: Primary-Website-Health; Target: http://54.245.10.17:80/cafe; Status:
        unhealthy; Checkers: 0
      Name: Standby; Target: http://54.245.12.90:80/cafe; Status: healthy; Checkers:
        16
      """
    #expect(render(Scenes.checks.drawn(on: display), on: display) == expected)
  }

  @Test func `with a column of marks as sentences`() {
    let display: Display = Display(width: 80, linear: true)
    let table: Table = Table(
      [.init(""), .init("step"), .init("points", .right)],
      rows: [
        [Sign.done.drawn(on: display), "again", "3 of 3"], ["here", "keep", ""], [" ", "x"],
      ]
    )
    #expect(
      render(table.drawn(on: display), on: display) == """
        done: step: again; points: 3 of 3
        here; step: keep
        step: x
        """
    )
  }

  @Test func `names alone at 60 columns`() {
    let display: Display = Display(width: 60, colour: false)
    let expected: String = """
      www                     Primary-Website-Health
      CafeInstance1           cafe.example
      CafeInstance2           Sofía
      us-west-2a              Mateo
      """
    #expect(render(columns(Scenes.names, on: display), on: display) == expected)
  }

  @Test func `names alone at 80 columns`() {
    let display: Display = Display(width: 80, colour: false)
    let expected: String = """
      www                     us-west-2a              Sofía
      CafeInstance1           Primary-Website-Health  Mateo
      CafeInstance2           cafe.example
      """
    #expect(render(columns(Scenes.names, on: display), on: display) == expected)
  }

  @Test func `names alone at 80 columns as sentences`() {
    let display: Display = Display(width: 80, linear: true)
    let expected: String = """
      www
      CafeInstance1
      CafeInstance2
      us-west-2a
      Primary-Website-Health
      cafe.example
      Sofía
      Mateo
      """
    #expect(render(columns(Scenes.names, on: display), on: display) == expected)
  }
}
