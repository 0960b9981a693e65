import Testing

@testable import Route53API

struct `The XML of a request` {
  private static func read(_ text: String) -> Result<XMLElement, XMLFault> {
    Result { () throws(XMLFault) in try XMLReader.root(of: Array(text.utf8)) }
  }

  private static func element(_ name: String, _ text: String = "") -> XMLElement {
    XMLElement(name: name, text: text)
  }

  private static let good: [(text: String, root: XMLElement)] = [
    ("<a/>", element("a")), ("<a></a>", element("a")), ("<a >x</a >", element("a", "x")),
    ("<?xml version=\"1.0\"?>\n<!-- c --><a>x</a>\n<!-- d -->", element("a", "x")),
    ("\u{FEFF}<a xmlns='u' b=\"&lt;1&#x20;\">x</a>", element("a", "x")),
    ("<p:a xmlns:p='u'>é</p:a>", element("a", "é")),
    ("<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;</a>", element("a", "<>&\"'A😀")),
    ("<a>1<!-- - -->2<![CDATA[<&>]]>3</a>", element("a", "12<&>3")),
    ("<a>1\r\n2\r3</a>", element("a", "1\n2\n3")),
  ]

  @Test(arguments: good.indices)
  func `is read as it stands`(index: Int) {
    #expect(Self.read(Self.good[index].text) == .success(Self.good[index].root))
  }

  private static let bad: [(text: String, reason: XMLFault.Reason)] = [
    ("", .unexpected("an element")), ("x", .unexpected("an element")), ("<a>", .unfinished),
    ("<a", .unfinished), ("<", .unfinished), ("<a></b>", .wrongEnd(expected: "a")),
    ("<a/><b/>", .unexpected("the end of the document")),
    ("<!DOCTYPE a><a/>", .doctype), ("<!doctype a [<!ENTITY b 'c'>]><a>&b;</a>", .doctype),
    ("<a><![CDATA[<!DocType b>]]></a>", .doctype), ("<a>&b;</a>", .unknownEntity),
    ("<a>&</a>", .unknownEntity), ("<a>&#0;</a>", .unknownEntity),
    ("<a>&#xD800;</a>", .unknownEntity), ("<a>&#x110000;</a>", .unknownEntity),
    ("<a>&#+65;</a>", .unknownEntity), ("<a>\u{01}</a>", .badCharacter),
    ("<a b='<'/>", .badCharacter), ("<a b=1/>", .unexpected("a quotation mark")),
    ("<a b='1' b='2'/>", .twice(attribute: "b")), ("<a b='1'c='2'/>", .unexpected("space")),
    ("<a><?php ?></a>", .instruction), ("<a>]]></a>", .unexpected("a character reference for >")),
    ("<1/>", .unexpected("a name")), ("<a><!-- </a>", .unfinished),
    ("<a><![CDATA[ </a>", .unfinished), ("<a/>x", .unexpected("the end of the document")),
    (
      String(repeating: "<a>", count: 25), .tooDeep(most: XMLReader.depthMost)
    ),
    (
      "<a " + (0..<17).map { "b\($0)='' " }.joined() + "/>",
      .tooManyAttributes(most: XMLReader.attributesMost)
    ),
    ("<" + String(repeating: "a", count: 129) + "/>", .nameTooLong(most: XMLReader.nameMost)),
    (
      "<a>" + String(repeating: "<b/>", count: XMLReader.elementsMost) + "</a>",
      .tooManyElements(most: XMLReader.elementsMost)
    ),
    (
      "<a>" + String(repeating: " ", count: XMLReader.bytesMost) + "</a>",
      .tooLong(most: XMLReader.bytesMost)
    ),
  ]

  @Test(arguments: bad.indices)
  func `is refused with its reason`(index: Int) {
    guard case .failure(let fault) = Self.read(Self.bad[index].text) else {
      Issue.record("\(Self.bad[index].text.prefix(80)) was read")
      return
    }
    #expect(fault.reason == Self.bad[index].reason)
    #expect(fault.offset <= max(Self.bad[index].text.utf8.count, 1))
  }

  @Test func `must be UTF-8`() {
    #expect(throws: XMLFault(reason: .notUTF8, offset: 5)) {
      try XMLReader.root(of: Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8))
    }
  }
}
