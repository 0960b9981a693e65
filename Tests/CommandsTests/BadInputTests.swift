import CafeWorld
import Commands
import Route53
import Testing

struct `Lines that are none` {
  static let setting = Setting()

  @Test func `an open quote says where it stands`() {
    #expect(Self.setting.refusal("show 'Café x") == .openQuote(column: 6, quote: "'"))
    #expect(Self.setting.refusal("créate \"a\" 'b") == .openQuote(column: 12, quote: "'"))
    #expect(
      Self.setting.refusal("show 'x")?.message
        == "The quote ' in column 6 is still open. Close it, or put a backslash before it."
    )
  }

  @Test func `a backslash at the end says where it stands`() {
    #expect(Self.setting.refusal("show x\\") == .danglingBackslash(column: 7))
  }

  @Test(
    arguments: ["\u{1B}", "\u{0}", "\u{7F}", "\u{85}", "\u{202E}", "\u{FFFD}", "\n"]
      as [Unicode.Scalar]
  )
  func `a control character is refused and never echoed`(scalar: Unicode.Scalar) {
    for line in ["show a\(scalar)b", "answer a\(scalar)b", "aws a\(scalar)b", "# x \(scalar)y"] {
      guard let error = Self.setting.refusal(line) else {
        Issue.record("\(line.debugDescription) was accepted")
        continue
      }
      guard case .controlCharacter(_, scalar.value) = error else {
        Issue.record("\(error)")
        continue
      }
      #expect(!error.message.unicodeScalars.contains(scalar))
    }
  }

  @Test func `the escape that starts a colour is shown as text`() {
    #expect(
      Self.setting.refusal("show \u{1B}[31m")?.message
        == "Column 6 holds \\x1b, which no command has. Type the line again without it."
    )
  }

  @Test func `a line of more than four kibibytes is refused`() {
    let line = "answer " + String(repeating: "x", count: 4_089)
    #expect(Self.setting.refusal(line) == nil)
    #expect(Self.setting.refusal(line + "x") == .tooLong(bytes: 4_097, most: 4_096))
  }

  @Test func `text out of files is shown without control characters`() {
    let error = CommandError.badDocument(
      what: "a\u{1B}[2J.json",
      position: "line 1",
      message: "found \u{7}\u{202E}"
    )
    #expect(error.message == "a\\x1b[2J.json, line 1: found \\x07\\u202e.")
  }

  @Test func `a long name is cut`() {
    let error = CommandError.unknownName(.topic, String(repeating: "ä", count: 100), near: [])
    #expect(error.message.contains("\"" + String(repeating: "ä", count: 60) + "…\""))
  }

  @Test func `a file is asked for, then read`() throws {
    #expect(Self.setting.refusal("change-batch b.json") == .needsFile(path: "b.json"))
    var context = Self.setting.context
    context.files["b.json"] = """
      {"Changes": [{"Action": "CREATE", "ResourceRecordSet":
        {"Name": "x.cafe.example", "Type": "A", "TTL": 60,
         "ResourceRecords": [{"Value": "192.0.2.1"}]}}]}
      """
    guard case .change(let commands, .events) = try parse("change-batch b.json", in: context),
      case .changeRecords(Self.setting.zone, let batch)? = commands.first
    else {
      Issue.record("a change batch was expected")
      return
    }
    #expect(batch.changes.map(\.recordSet.name) == ["x.cafe.example"])
  }

  @Test(arguments: ["", "nonsense", "{", "{\"Changes\": 5}", String(repeating: "[", count: 5_000)])
  func `a file that is no change batch is refused with its name`(text: String) {
    var context = Self.setting.context
    context.files["b.json"] = text
    do throws(CommandError) {
      _ = try parse("change-batch b.json", in: context)
      Issue.record("it was accepted")
    } catch {
      guard case .badDocument("b.json", _, _) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  /// Numbers past 64 bits, depth, halves of characters: nothing of it ends the program.
  @Test(
    arguments: [
      #""TTL":9223372036854775808"#, #""TTL":-9223372036854775809"#, #""Weight":1e400"#,
      #""GeoProximityLocation":{"Bias":1e1}"#,
      #""Region":"\ud800""#, #""SetIdentifier":"\u0000""#, #""SetIdentifier":"\u202e""#,
      #""AliasTarget":{"AliasTarget":{"AliasTarget":{}}}"#,
      #""GeoLocation":[[[[[[]]]]]]"#,
      "\"GeoLocation\":" + String(repeating: "{\"a\":", count: 100),
      "\"Weight\":" + String(repeating: "9", count: 5_000),
    ]
  )
  func `a file with an impossible member is refused with its name`(member: String) {
    var context = Self.setting.context
    context.files["b.json"] =
      #"{"Changes":[{"Action":"CREATE","ResourceRecordSet":{"Name":"x","Type":"A",\#(member)}}]}"#
    do throws(CommandError) {
      _ = try parse("change-batch b.json", in: context)
      Issue.record("it was accepted")
    } catch {
      guard case .badDocument("b.json", _, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(error.message.unicodeScalars.allSatisfy { $0.isPlain })
      #expect(error.message.count < 1_000)
    }
  }
}

extension Unicode.Scalar {
  /// Whether no terminal acts upon it.
  fileprivate var isPlain: Bool {
    (value >= 32 && value != 0x7F && value != 0x202E) || self == "\n"
  }
}
