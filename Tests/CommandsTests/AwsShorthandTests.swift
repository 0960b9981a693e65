import Testing

@testable import Commands

/// Expectations recorded from the AWS CLI's own parser.
struct `The shorthand of the AWS CLI` {
  @Test(arguments: [
    ("Type=HTTP,Port=80", #"{"Type":"HTTP","Port":"80"}"#),
    ("Name=tag:Name,Values=a,b", #"{"Name":"tag:Name","Values":["a","b"]}"#),
    ("a=b,c", #"{"a":["b","c"]}"#),
    ("a={b=c,d=[e,f]},g=h", #"{"a":{"b":"c","d":["e","f"]},"g":"h"}"#),
    (#"a='x,y',b="z""#, #"{"a":"x,y","b":"z"}"#),
    (#"a=b\,c,d=e"#, #"{"a":"b,c","d":"e"}"#),
    ("a=", #"{"a":""}"#),
    ("a=,b=c", #"{"a":"","b":"c"}"#),
    ("a=[b, c]", #"{"a":["b","c"]}"#),
    ("Name=x,Values=a,b,c=d", #"{"Name":"x","Values":["a","b"],"c":"d"}"#),
    ("k=a=b", #"{"k":"a=b"}"#),
    ("a=[[b],{c=d}]", #"{"a":[["b"],{"c":"d"}]}"#),
    ("a = b , c = d", #"{"a":"b","c":"d"}"#),
    (#"a=b, "c" ,d"#, #"{"a":["b","c","d"]}"#),
    (#"a="x\"y""#, #"{"a":"x\"y"}"#),
  ])
  func `reads as the CLI does`(text: String, json: String) throws {
    #expect(try ShorthandReader.value(of: text).compact == json)
  }

  @Test(arguments: [
    ("a=[b", 5, "expected ',', found the end"),
    ("a={b=c", 7, "expected ',', found the end"),
    ("a=b,", 5, "expected a value behind the comma, found the end"),
    ("a", 2, "expected '=', found the end"),
    ("a=b,a=c", 5, "'a' stands here a second time"),
    ("a={b=c},", 9, "expected '=', found the end"),
    ("a='b", 3, "a quote ' that is not closed"),
    ("a=[=]", 4, "expected a value, found '='"),
  ])
  func `says where it is wrong`(text: String, column: Int, message: String) {
    #expect(throws: ShorthandFault(column: column, message: message)) {
      try ShorthandReader.value(of: text)
    }
  }

  @Test func `refuses what is nested too deep`() {
    let text = "a=" + String(repeating: "[", count: 1_000)
    #expect(throws: ShorthandFault.self) { try ShorthandReader.value(of: text) }
  }
}
