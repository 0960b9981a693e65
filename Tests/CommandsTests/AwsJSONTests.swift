import Testing

@testable import Commands

struct `JSON arguments` {
  @Test(arguments: [
    #"{"b":1,"a":[true,false,null,-1.5e3],"c":{}}"#, #""""#, "[]", #""\u0000\t\"\\ü😀""#, "0",
  ])
  func `come out as they went in`(text: String) throws {
    #expect(try JSONReader.value(of: text).compact == text)
  }

  @Test func `read every escape`() throws {
    let value = try JSONReader.value(of: #""\/\b\f\n\r\u00fc\ud83d\ude00""#)
    #expect(value == .string("/\u{8}\u{c}\n\rü😀"))
  }

  @Test(arguments: [
    (#"{"Type": "HTTP",}"#, 1, 17, "expected a name in double quotes, found '}'"),
    ("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, "expected ',' or '}', found '\"'"),
    ("{\r\n\"ü\": x", 2, 6, "expected a value, found 'x'"),
    ("{'a': 1}", 1, 2, "expected a name in double quotes, found '''"),
    ("[1, 2", 1, 6, "expected ',' or ']', found the end"),
    ("", 1, 1, "expected a value, found the end"),
    ("{} x", 1, 4, "expected the end, found 'x'"),
    ("01", 1, 2, "expected the end, found '1'"),
    ("\"a\nb\"", 1, 3, "a line break or control character inside a text"),
    (#""\ud800""#, 1, 8, "half of a pair of \\u escapes"),
    (#"{"a":1,"a":2}"#, 1, 8, "the name \"a\" stands here a second time"),
    ("[1.]", 1, 4, "expected a digit, found ']'"),
    ("\u{feff}{}", 1, 1, "expected a value, found '\\ufeff'"),
  ])
  func `are refused with line and column`(
    text: String,
    line: Int,
    column: Int,
    message: String
  ) {
    #expect(throws: JSONFault(line: line, column: column, message: message)) {
      try JSONReader.value(of: text)
    }
  }

  @Test func `are read to a depth of 64`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSONReader.value(of: nested(64))
    #expect(throws: JSONFault.self) { try JSONReader.value(of: nested(66)) }
    #expect(throws: JSONFault.self) { try JSONReader.value(of: nested(100_000)) }
  }

  @Test func `are no longer than a mebibyte`() throws {
    let filler = String(repeating: "x", count: (1 << 20) - 2)
    _ = try JSONReader.value(of: "\"\(filler)\"")
    #expect(throws: JSONFault.self) { try JSONReader.value(of: "\"\(filler)x\"") }
  }

  @Test func `print with four blanks, and empty lists on one line`() throws {
    let value = try JSONReader.value(of: #"{"a":[],"b":[{"c":"d"},2],"e":{}}"#)
    #expect(
      value.indented == """
        {
            "a": [],
            "b": [
                {
                    "c": "d"
                },
                2
            ],
            "e": {}
        }
        """
    )
  }

  @Test func `never print what a terminal acts upon`() {
    let text = JSONValue.string("a\u{1b}[31mb\u{202e}c\u{7f}").compact
    #expect(text == #""a\u001b[31mb\u202ec\u007f""#)
  }
}
