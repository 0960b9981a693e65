import Terminal

/// The café as a page for a projector.
extension Session {
  /// `port`: where it is to be, also when it is lit elsewhere; nil: wherever it is.
  mutating func stage(_ wanted: Bool?, on port: Int?, typed line: String) {
    if let wanted, wanted != (stagePage != nil) || port != nil {
      effects.append(.stage(wanted, port: port))
    } else {
      tellStage()
    }
    finish(line, accepted: true)
  }

  private mutating func tellStage() {
    guard let stagePage else {
      return tell("The stage is dark. `stage on` shows the café on a page for a projector.")
    }
    tell("The stage is lit, until `stage off`. Open this in a browser, and let it fill the screen:")
    sayVerbatim(Styled("  " + stagePage, .command))
  }

  mutating func lit(_ page: String) {
    stagePage = page
    tellStage()
  }

  mutating func darkened(_ reason: String?) {
    let wasLit = stagePage != nil
    stagePage = nil
    if let reason {
      say(Sign.failed.drawn(on: display) + Styled(" No stage: \(reason)"))
    } else if wasLit {
      tell("The stage is dark.")
    }
  }
}
