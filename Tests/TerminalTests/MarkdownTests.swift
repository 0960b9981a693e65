import Terminal
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `A lesson page` {
  @Test func `with everything at 60 columns`() {
    let display: Display = Display(width: 60, colour: false)
    let expected: String = """
      The outage
      ══════════
      Frank tells Sofía that the online shop was down; see the
      guide (https://example.org/guide) and
      https://example.org/guide.

      1. Create `Primary-Website-Health` for CafeInstance1, with
         the page at `/cafe`.
      2. Then:
         ◦ stop it
         ◦ wait

      │ Customers only know `www.cafe.example`.

          create health-check Primary-Website-Health --ip-address
              CafeInstance1 --resource-path /cafe

      ┌──────┐   ┌──────┐
      │ café │──▶│ you  │
      └──────┘   └──────┘

      ────────────────────────────────────────────────────────────

      <b>not bold</b>
      """
    #expect(
      render(Markdown(Scenes.markdown).drawn(on: display) { _, _ in Scenes.figure }, on: display)
        == expected
    )
  }

  @Test func `with everything at 80 columns`() {
    let display: Display = Display(width: 80, colour: false)
    let expected: String = """
      The outage
      ══════════
      Frank tells Sofía that the online shop was down; see the guide
      (https://example.org/guide) and https://example.org/guide.

      1. Create `Primary-Website-Health` for CafeInstance1, with the page at
         `/cafe`.
      2. Then:
         ◦ stop it
         ◦ wait

      │ Customers only know `www.cafe.example`.

          create health-check Primary-Website-Health --ip-address CafeInstance1
              --resource-path /cafe

      ┌──────┐   ┌──────┐
      │ café │──▶│ you  │
      └──────┘   └──────┘

      ──────────────────────────────────────────────────────────────────────────────

      <b>not bold</b>
      """
    #expect(
      render(Markdown(Scenes.markdown).drawn(on: display) { _, _ in Scenes.figure }, on: display)
        == expected
    )
  }

  @Test func `with everything at 60 columns in ASCII`() {
    let display: Display = Display(width: 60, colour: false, unicode: false)
    let expected: String = """
      The outage
      ==========
      Frank tells Sofía that the online shop was down; see the
      guide (https://example.org/guide) and
      https://example.org/guide.

      1. Create `Primary-Website-Health` for CafeInstance1, with
         the page at `/cafe`.
      2. Then:
         - stop it
         - wait

      > Customers only know `www.cafe.example`.

          create health-check Primary-Website-Health --ip-address
              CafeInstance1 --resource-path /cafe

      +------+   +------+
      | café |-->| you  |
      +------+   +------+

      ------------------------------------------------------------

      <b>not bold</b>
      """
    #expect(
      render(Markdown(Scenes.markdown).drawn(on: display) { _, _ in Scenes.figure }, on: display)
        == expected
    )
  }

  @Test func `with everything at 80 columns in ASCII`() {
    let display: Display = Display(width: 80, colour: false, unicode: false)
    let expected: String = """
      The outage
      ==========
      Frank tells Sofía that the online shop was down; see the guide
      (https://example.org/guide) and https://example.org/guide.

      1. Create `Primary-Website-Health` for CafeInstance1, with the page at
         `/cafe`.
      2. Then:
         - stop it
         - wait

      > Customers only know `www.cafe.example`.

          create health-check Primary-Website-Health --ip-address CafeInstance1
              --resource-path /cafe

      +------+   +------+
      | café |-->| you  |
      +------+   +------+

      ------------------------------------------------------------------------------

      <b>not bold</b>
      """
    #expect(
      render(Markdown(Scenes.markdown).drawn(on: display) { _, _ in Scenes.figure }, on: display)
        == expected
    )
  }

  @Test func `with everything at 80 columns as sentences`() {
    let display: Display = Display(width: 80, linear: true)
    let expected: String = """
      The outage

      Frank tells Sofía that the online shop was down; see the guide
      (https://example.org/guide) and https://example.org/guide.

      1. Create `Primary-Website-Health` for CafeInstance1, with the page at
         `/cafe`.
      2. Then:
         - stop it
         - wait

      > Customers only know `www.cafe.example`.

          create health-check Primary-Website-Health --ip-address CafeInstance1
              --resource-path /cafe

      [The café]

      ---

      <b>not bold</b>
      """
    #expect(
      render(Markdown(Scenes.markdown).drawn(on: display) { _, _ in Scenes.figure }, on: display)
        == expected
    )
  }
}
