/// An element: its name without a prefix, the text in it, and the elements in it.
struct XMLElement: Hashable {
  let name: String
  var text = ""
  var children: [XMLElement] = []

  /// Whether there is nothing in it but elements and space between them.
  var isStructure: Bool { text.utf8.allSatisfy { XMLReader.isSpace($0) } }
}
