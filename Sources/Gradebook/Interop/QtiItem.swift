/// A question as an item of QTI 2.1 (IMS Question and Test Interoperability, information model
/// version 2.1).
struct QtiItem {
  let question: PortableQuestion

  var identifier: String { "item-" + question.name }

  var document: String {
    XMLText.element(
      "assessmentItem",
      [
        ("xmlns", Self.namespace), ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("xsi:schemaLocation", Self.namespace + " " + Self.schema),
        ("identifier", identifier), ("title", question.name), ("adaptive", "false"),
        ("timeDependent", "false"),
      ],
      [response] + outcomes
        + [.element("itemBody", [], body), processing] + feedback
    ).document
  }

  private static let namespace = "http://www.imsglobal.org/xsd/imsqti_v2p1"
  private static let schema = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
  private static let templates = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"

  private func choice(_ place: Int) -> String { "choice-\(place + 1)" }

  // What a response is.

  private var response: XMLText {
    switch question.kind {
    case .choose(let options):
      declaration(
        "single",
        "identifier",
        options.indices.filter { options[$0].isRight }.map(choice)
      )
    case .type(let ideas):
      declaration("single", "string", Array(rightPhrases(ideas).prefix(1)), [mapping(ideas)])
    case .number(let number): declaration("single", "float", [number.right.value])
    case .order(let items): declaration("ordered", "identifier", items.indices.map(choice))
    }
  }

  private func declaration(
    _ cardinality: String,
    _ type: String,
    _ right: [String],
    _ more: [XMLText] = []
  ) -> XMLText {
    .element(
      "responseDeclaration",
      [("identifier", "RESPONSE"), ("cardinality", cardinality), ("baseType", type)],
      [.element("correctResponse", [], right.map { .element("value", [], [.text($0)]) })] + more
    )
  }

  private func rightPhrases(_ ideas: [PortableQuestion.Idea]) -> [String] {
    ideas.filter(\.isRight).flatMap(\.phrases)
  }

  private func mapping(_ ideas: [PortableQuestion.Idea]) -> XMLText {
    .element(
      "mapping",
      [("defaultValue", "0"), ("lowerBound", "0"), ("upperBound", "1")],
      rightPhrases(ideas).map { phrase in
        .element(
          "mapEntry",
          [("mapKey", phrase), ("mappedValue", "1"), ("caseSensitive", "false")]
        )
      }
    )
  }

  private var outcomes: [XMLText] {
    var outcomes: [XMLText] = [
      .element(
        "outcomeDeclaration",
        [("identifier", "SCORE"), ("cardinality", "single"), ("baseType", "float")],
        [.element("defaultValue", [], [.element("value", [], [.text("0")])])]
      )
    ]
    if hasFeedback {
      outcomes.append(
        .element(
          "outcomeDeclaration",
          [("identifier", "FEEDBACK"), ("cardinality", "single"), ("baseType", "identifier")]
        )
      )
    }
    return outcomes
  }

  // What is shown.

  private var body: [XMLText] {
    let asked = paragraphs(question.text)
    switch question.kind {
    case .choose(let options):
      return asked + [
        .element(
          "choiceInteraction",
          [("responseIdentifier", "RESPONSE"), ("shuffle", "true"), ("maxChoices", "1")],
          options.indices.map { simpleChoice($0, options[$0].text) }
        )
      ]
    case .order(let items):
      // By their texts, so that the order of the file tells nothing.
      let places = items.indices.sorted { (items[$0], $0) < (items[$1], $1) }
      return asked + [
        .element(
          "orderInteraction",
          [("responseIdentifier", "RESPONSE"), ("shuffle", "true")],
          places.map { simpleChoice($0, items[$0]) }
        )
      ]
    case .type: return asked + [entry(unit: nil)]
    case .number(let number): return asked + [entry(unit: number.unit)]
    }
  }

  private func simpleChoice(_ place: Int, _ text: String) -> XMLText {
    .element("simpleChoice", [("identifier", choice(place))], inline(text))
  }

  private func entry(unit: String?) -> XMLText {
    let field = XMLText.element(
      "textEntryInteraction",
      [("responseIdentifier", "RESPONSE"), ("expectedLength", "40")]
    )
    return .element("p", [], [field] + (unit.map { [.text(" " + $0)] } ?? []))
  }

  private func paragraphs(_ text: String) -> [XMLText] {
    let lines = cleanedLines(text).map(\.trimmed)
    return lines.split(separator: "").map { group in
      .element("p", [], inline(group.joined(separator: " ")))
    }
  }

  private func inline(_ text: String) -> [XMLText] {
    Wording(text).parts.map { part in
      part.isCode ? .element("code", [], [.text(part.text)]) : .text(part.text)
    }
  }

  // What becomes of a response.

  private var hasFeedback: Bool {
    if case .choose = question.kind { true } else { false }
  }

  private var feedback: [XMLText] {
    guard case .choose(let options) = question.kind else { return [] }
    return options.indices.map { place in
      .element(
        "modalFeedback",
        [
          ("outcomeIdentifier", "FEEDBACK"), ("identifier", choice(place)), ("showHide", "show"),
        ],
        inline(options[place].feedback)
      )
    }
  }

  private static let variable = XMLText.element("variable", [("identifier", "RESPONSE")])
  private static let right = XMLText.element("correct", [("identifier", "RESPONSE")])

  private var processing: XMLText {
    switch question.kind {
    case .order: .element("responseProcessing", [("template", Self.templates + "match_correct")])
    case .type: .element("responseProcessing", [("template", Self.templates + "map_response")])
    case .choose:
      .element(
        "responseProcessing",
        [],
        [
          scored(.element("match", [], [Self.variable, Self.right])),
          .element("setOutcomeValue", [("identifier", "FEEDBACK")], [Self.variable]),
        ]
      )
    case .number(let number):
      .element("responseProcessing", [], [scored(near(number.right.tolerance))])
    }
  }

  private func near(_ tolerance: String) -> XMLText {
    let mode =
      tolerance == "0"
      ? [("toleranceMode", "exact")]
      : [("toleranceMode", "absolute"), ("tolerance", tolerance + " " + tolerance)]
    return .element("equal", mode, [Self.variable, Self.right])
  }

  private func scored(_ test: XMLText) -> XMLText {
    let one = XMLText.element("baseValue", [("baseType", "float")], [.text("1")])
    return .element(
      "responseCondition",
      [],
      [
        .element(
          "responseIf",
          [],
          [test, .element("setOutcomeValue", [("identifier", "SCORE")], [one])]
        )
      ]
    )
  }
}
