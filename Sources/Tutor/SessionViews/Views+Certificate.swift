public import Gradebook
public import Terminal

extension Views {
  /// A certificate as somebody reads it whose signature was verified.
  ///
  /// `isOwn`: whether this installation issued it.
  public static func certificate(
    _ file: CertificateFile,
    isOwn: Bool,
    on display: Display
  ) -> Styled {
    var sheet = Sheet(on: display)
    sheet.say(
      sheet.mark(.done)
        + Styled("The signature holds: nothing was changed since it was issued.", .good)
    )
    sheet.gap()
    sheet.say(Styled(cleaned(file.title), .heading.bold))
    var facts: [(String, Styled)] = []
    if let name = file.name { facts.append(("about", Styled(cleaned(name)))) }
    if let points = file.points {
      let possible = points.possible.map { " of \(cleaned($0))" } ?? ""
      facts.append(("points", Styled(cleaned(points.earned) + possible, .value)))
    }
    if let began = file.began, let ended = file.ended {
      facts.append(("done", Styled("from \(cleaned(began)) to \(cleaned(ended))")))
    }
    facts.append(("issued", Styled(cleaned(file.validFrom))))
    facts.append(("by", Styled(cleaned(file.issuerName))))
    sheet.facts(facts)
    sheet.draw(Styled("  " + file.issuer.description, .quiet))
    sheet.gap()
    for text in [file.description, file.criteria] + file.evidence {
      for line in text.split(separator: "\n") { sheet.say(Styled(cleaned(String(line)))) }
    }
    sheet.gap()
    sheet.say(
      Styled(
        isOwn
          ? "The key is that of this installation."
          : "The key is not that of this installation. Whose it is, no file can say: compare it "
            + "with one that its owner has shown you, or give it by --issuer.",
        .quiet
      )
    )
    return sheet.text
  }
}
