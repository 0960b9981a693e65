public import Gradebook
public import Terminal

extension Views {
  /// A result as its learner reads it.
  ///
  /// `isKnownKey`: whether the signature was compared with a pack that the learner had.
  public static func result(
    _ result: ResultFile,
    isKnownKey: Bool,
    on display: Display
  ) -> Styled {
    var sheet = Sheet(on: display)
    sheet.say(Styled(cleaned(result.title), .heading.bold))
    sheet.say(
      Styled("\(cleaned(result.name)) (\(cleaned(result.learner)))", .quiet)
        + (result.checkpoint.map { Styled(" · checkpoint \(cleaned($0))", .quiet) } ?? Styled())
    )
    if let refusal = result.refusal {
      sheet.gap()
      sheet.say(Sign.failed.drawn(on: display) + Styled(" " + cleaned(refusal)), hanging: 2)
    }
    for item in result.items { say(item, of: result, &sheet) }
    sheet.gap()
    if result.refusal == nil {
      let verdict = result.pass.map { pass in
        result.earned * 100 >= pass * result.possible ? ": passed" : ": not passed"
      }
      sheet.say(
        Styled(
          Points.text(result.earned, of: result.possible, unit: result.unit) + (verdict ?? ""),
          .value
        )
      )
    }
    sheet.say(
      Styled(
        isKnownKey
          ? "The signature is that of the quiz's key."
          : "The signature is whole. With --pack it is compared with the key of your pack.",
        .quiet
      )
    )
    return sheet.text
  }

  private static func points(_ earned: Int, of possible: Int, in result: ResultFile) -> String {
    "\(Points.text(earned, unit: result.unit)) of \(Points.text(possible, unit: result.unit))"
  }

  private static func say(
    _ item: ResultFile.Item,
    of result: ResultFile,
    _ sheet: inout Sheet
  ) {
    sheet.gap()
    sheet.say(
      Styled(cleaned(item.title), .heading)
        + Styled("  \(Points.text(item.earned, of: item.possible, unit: result.unit))", .value)
    )
    for condition in item.conditions {
      let sign: Sign = condition.isMet ? .done : .open
      sheet.say(
        sign.drawn(on: sheet.display) + Styled(" " + cleaned(condition.label))
          + Styled("  \(points(condition.earned, of: condition.possible, in: result))", .quiet),
        hanging: 4
      )
      for text in [condition.found.map { "found: \($0)" }, condition.feedback].compactMap(\.self) {
        sheet.say(Styled("    " + cleaned(text)), hanging: 6)
      }
    }
    for question in item.questions {
      let sign: Sign = question.earned > 0 ? .done : .open
      sheet.say(
        sign.drawn(on: sheet.display) + Styled(" " + cleaned(question.question))
          + Styled("  \(points(question.earned, of: question.possible, in: result))", .quiet),
        hanging: 4
      )
      for response in question.responses {
        sheet.say(
          Styled("    " + cleaned(response.text), .command)
            + Styled(response.isRight ? "  right" : "  not right"),
          hanging: 6
        )
        if let meaning = response.meaning {
          sheet.say(Styled("      " + cleaned(meaning)), hanging: 6)
        }
      }
      if let sentence = question.triesSentence(unit: result.unit) {
        sheet.say("    \(sentence)", hanging: 6)
      }
      if let feedback = question.feedback {
        sheet.say(Styled("    " + cleaned(feedback)), hanging: 6)
      }
    }
    if let sentence = item.priceSentence(unit: result.unit) {
      sheet.say("  \(cleaned(sentence))", hanging: 4)
    }
  }
}
