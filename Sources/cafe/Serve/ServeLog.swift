import CafeWorld
import Commands
import FoundationEssentials
import Glibc
import Terminal
import Tutor

/// What `serve` prints: where its doors are, and then what happens.
struct ServeLog {
  private let isJSON: Bool
  private let display: Display
  private let isWatched = isatty(1) == 1

  init(json: Bool, display: Display) {
    isJSON = json
    self.display = json ? Display(colour: false, linear: true) : display
  }

  /// Says that the doors are open, and what the café's clock says.
  ///
  /// `pairs`: the file whose keys are good; nil: any are.
  func open(
    _ addresses: Doors.Addresses,
    in world: World,
    listen: String,
    readyFile: String?,
    pairs: String?
  ) throws {
    let json = JSONLine.text(addresses)
    if let readyFile, let problem = Files.write(Array((json + "\n").utf8), to: readyFile) {
      Output.complain("\(readyFile) could not be written: \(problem.text).")
      throw ExitStatus.failure
    }
    if isJSON {
      Output.print(json)
    } else {
      let sites = addresses.sites(in: world)
      Output.print(
        "The café is open: API \(addresses.api), DNS \(addresses.dns)"
          + (sites.isEmpty ? "" : ", websites " + sites.joined(separator: " and "))
      )
      for line in addresses.lines(in: world, pairs: pairs) { Output.print("  " + line) }
      tellTime(world.now)
    }
    if addresses.isExposed { warn(of: listen, isSigned: pairs != nil) }
  }

  private func tellTime(_ now: Instant) {
    let ahead = now.milliseconds - Clock.milliseconds
    let clock = now.civil(local: true)
    Output.print(
      "It is \(clock.shortWeekday) \(clock.clock) at the café, whose clock (UTC-8) stamps what "
        + "follows"
        + (ahead > Milliseconds.second
          ? "; it is \(duration(Int(ahead))) ahead of this machine's" : "")
        + "."
    )
  }

  /// Says what other machines can do here.
  private func warn(of listen: String, isSigned: Bool) {
    let what =
      isSigned
      ? "can order on its websites and ask its DNS. The API takes signed requests only, and shows "
        + "the mail to this machine alone."
      : "can change this world, read its mail, and ask its DNS."
    Output.complain(
      "\(listen) can be reached from other machines: whoever gets there \(what) Nothing else of "
        + "this machine is open."
    )
  }

  /// Says what happened, as far as a person would notice.
  ///
  /// `inbox`: where mail is shown.
  func tell(_ events: [Event], before: World, after: World, inbox: String) {
    let lines = Narration.lines(
      events,
      before: before,
      after: after,
      mailbox: .url(inbox),
      on: display
    )
    for line in lines {
      if isJSON {
        Output.print(object(line, events.first { $0.number == line.number }?.fact.kind))
      } else {
        let text = isWatched ? line.clocked(on: display) : line.stamped
        Output.print(render(text, on: display))
      }
    }
  }

  /// Says where real requests would have gone, but may not.
  func tellForbidden(_ outside: Outside) {
    Output.complain(
      "nobody asks \(outside): real requests go to this machine only. "
        + "`--allow-probes \(outside.address)/32` allows it."
    )
  }

  private func object(_ line: NarratedLine, _ kind: String?) -> String {
    struct Shape: Encodable {
      let at: String
      let event: Int
      let cause: Int?
      let kind: String?
      let text: String
    }
    return JSONLine.text(
      Shape(
        at: line.at.iso,
        event: line.number,
        cause: line.cause,
        kind: kind,
        text: line.text.text
      )
    )
  }

  /// Says goodbye, and what is lost.
  ///
  /// `isKept`: whether what was done was to be saved.
  func close(isKept: Bool, unsaved: String?) throws {
    guard let unsaved else {
      let end = isKept ? "" : " Nothing is kept; --save keeps what is done."
      if !isJSON { Output.print("The doors are closed." + end) }
      return
    }
    Output.complain("the last of it is not saved: \(unsaved).")
    throw ExitStatus.failure
  }
}
