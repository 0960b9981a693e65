import Foundation
import Glibc
import Support
import Testing

/// `cafe serve` on free ports, with its doors open; it is killed when the test forgets it.
final class Served {
  let program: RunningProgram
  let addresses: Addresses

  /// What `--ready-file` says.
  struct Addresses: Decodable {
    let api: String
    let dns: String
    let websites: [String]
  }

  init(_ shop: Shop, _ arguments: [String] = []) throws {
    let place = shop.file("ready.json")
    try? FileManager.default.removeItem(atPath: place)
    let doors = ["serve", "--api", "0", "--dns", "0", "--web", "0", "--ready-file", place]
    let program = try RunningProgram(shop.cafe(doors + arguments, terminal: nil))
    self.program = program
    addresses = try #require(
      found(within: 60) {
        guard let text = try? Data(contentsOf: URL(fileURLWithPath: place)) else { return nil }
        return try? JSONDecoder().decode(Addresses.self, from: text)
      },
      "\(program.errors)"
    )
  }

  static func port(_ address: String) throws -> UInt16 {
    let authority = address.split(separator: "/").first { $0.contains(":") && !$0.hasSuffix(":") }
    return try #require(authority?.split(separator: ":").last.flatMap { UInt16($0) })
  }

  var api: LoopbackSocket {
    get throws { try LoopbackSocket(stream: true, port: Self.port(addresses.api)) }
  }

  func website(_ place: Int) throws -> LoopbackSocket {
    try LoopbackSocket(stream: true, port: Self.port(addresses.websites[place]))
  }

  /// Ends it as a polite `kill` does.
  func stop(_ signal: Int32 = SIGTERM) -> Child.Exit? { program.end(signal: signal) }
}

extension LoopbackSocket {
  /// Makes a topic, as SNS's protocol asks for one; its name when that was answered.
  func createTopic(_ name: String) -> String? {
    let page = ask(
      "POST",
      headers: ["Content-Type: application/x-www-form-urlencoded"],
      body: "Action=CreateTopic&Version=2010-03-31&Name=\(name)"
    )
    return page?.status == 200 && page?.body.contains(name) == true ? name : nil
  }

  /// The topics that there are, by their names in the answer.
  func topics() throws -> [String] {
    let page = try #require(ask("GET", "/?Action=ListTopics&Version=2010-03-31"))
    return page.body.matches(of: /<TopicArn>[^<]*:([^<:]*)<\/TopicArn>/).map { String($0.1) }
  }
}
