import CafeWorld
import Terminal

/// A stretch of time in which orders were lost, or one in which none was.
struct OrderStretch {
  let from: Instant
  var to: Instant
  var placed: Int
  var lost: Int

  init(from: Instant, to: Instant, placed: Int, lost: Int) {
    (self.from, self.to) = (from, to)
    (self.placed, self.lost) = (placed, lost)
  }

  init(_ span: OrderSpan) {
    self.init(from: span.from, to: span.to, placed: span.placed, lost: span.lost)
  }

  var isOutage: Bool { lost > 0 }

  /// Losses that come again within this time are one outage.
  private static let pause: Milliseconds = 2 * .minute

  /// Parts that follow each other, joined into outages and the good times around them.
  static func joined(_ parts: [OrderStretch]) -> [OrderStretch] {
    var stretches: [OrderStretch] = []
    var good: OrderStretch?
    for part in parts {
      if !part.isOutage {
        good = good?.joined(with: part) ?? part
      } else if let last = stretches.last, last.isOutage, part.from - last.to <= pause {
        let whole = good.map { last.joined(with: $0) } ?? last
        stretches[stretches.count - 1] = whole.joined(with: part)
        good = nil
      } else {
        if let good { stretches.append(good) }
        good = nil
        stretches.append(part)
      }
    }
    return stretches + (good.map { [$0] } ?? [])
  }

  private func joined(with other: OrderStretch) -> OrderStretch {
    var whole = self
    whole.to = other.to
    whole.placed += other.placed
    whole.lost += other.lost
    return whole
  }
}

extension [OrderStretch] {
  /// The stretches between two moments as a table, or as a list of sentences.
  func table(from start: Instant, to now: Instant, on display: Display) -> Styled {
    func clock(_ moment: Instant) -> Styled {
      Styled(moment.clock(seenFrom: moment.vantage(from: start, to: now)))
    }
    return Table(
      [
        .init("from"), .init("to"), .init("for"), .init("placed", .right), .init("lost", .right),
      ],
      rows: map { stretch in
        [
          clock(stretch.from), clock(stretch.to),
          Styled(duration(Int(stretch.to - stretch.from))), Styled("\(stretch.placed)"),
          Styled("\(stretch.lost)", stretch.isOutage ? .bad : .good),
        ]
      }
    ).drawn(on: display)
  }
}
