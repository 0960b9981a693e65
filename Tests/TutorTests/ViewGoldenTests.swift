import CafeWorld
import Commands
import DNS
import Route53
import Terminal
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1)))
struct `Views of the café` {
  typealias Row = (
    name: String, inquiry: @Sendable (CafeStory) -> Inquiry, moments: [CafeStory.Moment]
  )

  static let rows: [Row] = [
    ("status", { _ in .status }, CafeStory.Moment.allCases),
    ("diagram", { _ in .diagram }, [.opening, .simple, .watched, .failedOver, .returned]),
    ("timeline", { _ in .timeline(nil, last: nil) }, [.opening, .watched, .failedOver]),
    ("orders", { _ in .orders(last: nil) }, [.opening, .simple, .failedOver]),
    ("explain", { .explain($0.www) }, CafeStory.Moment.allCases),
    ("records", { _ in .list(.records, zone: nil) }, [.opening, .simple, .failedOver]),
    ("health-checks", { _ in .list(.healthChecks, zone: nil) }, [.opening, .failedOver]),
    ("instances", { _ in .list(.instances, zone: nil) }, [.failing]),
    ("alarms", { _ in .list(.alarms, zone: nil) }, [.opening, .failedOver]),
    ("topics", { _ in .list(.topics, zone: nil) }, [.opening, .failedOver]),
    ("addresses", { _ in .list(.addresses, zone: nil) }, [.opening]),
    ("resolvers", { _ in .list(.resolvers, zone: nil) }, [.failedOver]),
    ("zones", { _ in .list(.zones, zone: nil) }, [.opening]),
    ("instance", { .instance($0.first.id) }, [.failing, .returned]),
    (
      "health-check", { .healthCheck($0.world.healthChecks[0].id) },
      [.watched, .failing, .returned]
    ),
    ("zone", { .hostedZone($0.world.hostedZones[0].id) }, [.watched]),
    (
      "record-sets", { .recordSets($0.world.hostedZones[0].id, $0.www.name) }, [.watched]
    ),
    ("alarm", { _ in .alarm("Primary-Website-Down") }, [.failedOver]),
    ("topic", { _ in .topic(arn: Topic.arn(name: "Cafe-Alerts")) }, [.failedOver]),
    ("authority", { .authority($0.www, short: false) }, [.opening, .failedOver]),
    ("inbox", { _ in .inbox(mailbox: nil) }, [.opening, .failedOver]),
    ("now", { _ in .now }, [.opening]),
  ]

  @Test(arguments: rows.indices)
  func `look as they did when a person last read them`(index: Int) throws {
    let row = Self.rows[index]
    for moment in row.moments {
      let story = try CafeStory(moment)
      let text = Displays.drawn { display in
        Views.show(row.inquiry(story), of: story.world, events: story.events, on: display)
      }
      try expectGolden("\(row.name)-\(moment.rawValue)", text)
    }
  }

  @Test(arguments: [60, 80])
  func `fit their display`(width: Int) throws {
    for moment in CafeStory.Moment.allCases {
      let story = try CafeStory(moment)
      for row in Self.rows where row.moments.contains(moment) && row.name != "authority" {
        for isLinear in [false, true] {
          let display = Display(width: width, linear: isLinear)
          let view = Views.show(
            row.inquiry(story),
            of: story.world,
            events: story.events,
            on: display
          )
          for line in view.lines where line.width > width {
            Issue.record("\(row.name), \(moment): \(line.text)")
          }
        }
      }
    }
  }

  @Test(arguments: CafeStory.Moment.allCases)
  func `status fits one screen`(moment: CafeStory.Moment) throws {
    let story = try CafeStory(moment)
    let view = Views.show(.status, of: story.world, events: story.events, on: Display(width: 80))
    #expect(view.lines.count <= 23)
  }

  @Test func `what happened is told as when a person last read it`() throws {
    for moment in CafeStory.Moment.allCases where moment != .opening {
      let story = try CafeStory(moment)
      let told = Narration.lines(
        story.latest,
        before: story.before,
        after: story.world,
        on: Display()
      )
      let text = told.map { "\($0.at.clock)  \($0.text.text)" }.joined(separator: "\n")
      try expectGolden("narration-\(moment.rawValue)", text)
      #expect(told.map(\.at) == told.map(\.at).sorted())
    }
  }

  @Test func `a mail reads like a mail`() throws {
    let story = try CafeStory(.failedOver)
    for mail in story.world.mails {
      try expectGolden("mail-\(mail.number)", Displays.drawn { Views.mail(mail, on: $0) })
    }
  }
}
