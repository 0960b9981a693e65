extension PortableQuestions {
  /// The questions as a content package of QTI 2.1: a zip file that an LMS takes in.
  ///
  /// `identifier` is of letters, digits and hyphens; it tells the package from others.
  public func qti(identifier: String) -> [UInt8] {
    var archive = StoredArchive()
    let items = questions.map(QtiItem.init)
    archive.add("imsmanifest.xml", Self.manifest(items, identifier))
    for item in items { archive.add("items/\(item.identifier).xml", item.document) }
    return archive.bytes
  }

  /// IMS Content Packaging 1.1.
  private static func manifest(_ items: [QtiItem], _ identifier: String) -> String {
    let resources = items.map { item -> XMLText in
      let path = "items/\(item.identifier).xml"
      return .element(
        "resource",
        [
          ("identifier", "resource-" + item.identifier), ("type", "imsqti_item_xmlv2p1"),
          ("href", path),
        ],
        [.element("file", [("href", path)])]
      )
    }
    return XMLText.element(
      "manifest",
      [
        ("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1"),
        ("identifier", "manifest-" + identifier),
      ],
      [
        .element(
          "metadata",
          [],
          [
            .element("schema", [], [.text("IMS Content")]),
            .element("schemaversion", [], [.text("1.1")]),
          ]
        ),
        .element("organizations"), .element("resources", [], resources),
      ]
    ).document
  }
}
