import Terminal
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `A plot of orders` {
  @Test func `a day at 60 columns`() {
    let display: Display = Display(width: 60, colour: false)
    let expected: String = """
      Orders per hour
      300 ┤
          │                        ██
          │                    ░░░░██████
          │                  ░░░░░░██████████
      150 ┤              ░░░░░░░░░░██████████████
          │          ██░░░░░░░░░░░░██████████████████
          │      ██████░░░░░░░░░░░░██████████████████████
          │  ██████████░░░░░░░░░░░░████████████████████████
        0 └┬───────┬───────┬───────┬───────┬───────┬───────
           08:00   12:00   16:00   20:00   00:00   04:00
      █ placed 2085   ░ lost 1071
      """
    #expect(render(Scenes.day.drawn(on: display), on: display) == expected)
  }

  @Test func `a day at 80 columns`() {
    let display: Display = Display(width: 80, colour: false)
    let expected: String = """
      Orders per hour
      300 ┤
          │                                    ██
          │                              ░░ ░░ ██ ██ ██
          │                           ░░ ░░ ░░ ██ ██ ██ ██ ██
      150 ┤                     ░░ ░░ ░░ ░░ ░░ ██ ██ ██ ██ ██ ██ ██
          │               ██ ░░ ░░ ░░ ░░ ░░ ░░ ██ ██ ██ ██ ██ ██ ██ ██ ██
          │         ██ ██ ██ ░░ ░░ ░░ ░░ ░░ ░░ ██ ██ ██ ██ ██ ██ ██ ██ ██ ██ ██
          │   ██ ██ ██ ██ ██ ░░ ░░ ░░ ░░ ░░ ░░ ██ ██ ██ ██ ██ ██ ██ ██ ██ ██ ██ ██
        0 └┬────────┬────────┬────────┬────────┬────────┬────────┬────────┬────────
           08:00    11:00    14:00    17:00    20:00    23:00    02:00    05:00
      █ placed 2085   ░ lost 1071
      """
    #expect(render(Scenes.day.drawn(on: display), on: display) == expected)
  }

  @Test func `a day at 60 columns in ASCII`() {
    let display: Display = Display(width: 60, colour: false, unicode: false)
    let expected: String = """
      Orders per hour
      300 +
          |                        ##
          |                    xxxx######
          |                  xxxxxx##########
      150 +              xxxxxxxxxx##############
          |          ##xxxxxxxxxxxx##################
          |      ######xxxxxxxxxxxx######################
          |  ##########xxxxxxxxxxxx########################
        0 ++-------+-------+-------+-------+-------+-------
           08:00   12:00   16:00   20:00   00:00   04:00
      # placed 2085   x lost 1071
      """
    #expect(render(Scenes.day.drawn(on: display), on: display) == expected)
  }

  @Test func `a day at 80 columns in ASCII`() {
    let display: Display = Display(width: 80, colour: false, unicode: false)
    let expected: String = """
      Orders per hour
      300 +
          |                                    ##
          |                              xx xx ## ## ##
          |                           xx xx xx ## ## ## ## ##
      150 +                     xx xx xx xx xx ## ## ## ## ## ## ##
          |               ## xx xx xx xx xx xx ## ## ## ## ## ## ## ## ##
          |         ## ## ## xx xx xx xx xx xx ## ## ## ## ## ## ## ## ## ## ##
          |   ## ## ## ## ## xx xx xx xx xx xx ## ## ## ## ## ## ## ## ## ## ## ##
        0 ++--------+--------+--------+--------+--------+--------+--------+--------
           08:00    11:00    14:00    17:00    20:00    23:00    02:00    05:00
      # placed 2085   x lost 1071
      """
    #expect(render(Scenes.day.drawn(on: display), on: display) == expected)
  }

  @Test func `a day at 80 columns as sentences`() {
    let display: Display = Display(width: 80, linear: true)
    let expected: String = """
      Orders per hour
      08:00–09:00 placed 0 lost 0
      09:00–10:00 placed 21 lost 0
      10:00–11:00 placed 42 lost 0
      11:00–12:00 placed 63 lost 0
      12:00–13:00 placed 84 lost 0
      13:00–14:00 placed 105 lost 0
      14:00–15:00 placed 0 lost 126
      15:00–16:00 placed 0 lost 147
      16:00–17:00 placed 0 lost 168
      17:00–18:00 placed 0 lost 189
      18:00–19:00 placed 0 lost 210
      19:00–20:00 placed 0 lost 231
      20:00–21:00 placed 252 lost 0
      21:00–22:00 placed 233 lost 0
      22:00–23:00 placed 214 lost 0
      23:00–00:00 placed 195 lost 0
      00:00–01:00 placed 176 lost 0
      01:00–02:00 placed 157 lost 0
      02:00–03:00 placed 138 lost 0
      03:00–04:00 placed 119 lost 0
      04:00–05:00 placed 100 lost 0
      05:00–06:00 placed 81 lost 0
      06:00–07:00 placed 62 lost 0
      07:00–08:00 placed 43 lost 0
      """
    #expect(render(Scenes.day.drawn(on: display), on: display) == expected)
  }

  @Test(arguments: [1, 2, 5, 10, 15, 30, 60, 120, 360, 720, 1_440], [60, 80, 120])
  func `no time stands twice on the axis`(minutes: Int, width: Int) {
    let display = Display(width: width, colour: false)
    for count in 1...60 {
      let size = minutes * 60_000
      let start = (8 * 60 + 3) * 60_000 / size * size
      let buckets = (0..<count).map { number in
        let from = start + number * size
        return Plot.Bucket(from: from, to: from + size, first: 1, second: 0)
      }
      let plot = Plot(title: "Orders", first: "placed", second: "lost", buckets: buckets)
      let lines = render(plot.drawn(on: display), on: display).split(separator: "\n")
      let labels = lines[lines.count - 2].replacing("day ", with: "day")
        .split(separator: " ").map(String.init)
      #expect(!labels.isEmpty)
      #expect(Set(labels).count == labels.count, "\(count) bars of \(minutes) min: \(labels)")
    }
  }
}
