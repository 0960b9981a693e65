import Foundation
import Support
import Testing

/// What the README says of one's own tools runs as it is printed there.
@Suite(.timeLimit(.minutes(3)))
struct ReadmeToolsTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardized.path
  private static let tools = root + "/.build/venv/bin"
  private static let areHere =
    ["/aws", "/python3"].allSatisfy { FileManager.default.isExecutableFile(atPath: tools + $0) }
    && Tool("dig", package: "bind9-dnsutils").isHere && Tool("curl", package: "curl").isHere

  let shop: Shop

  init() throws { shop = try Shop() }

  @Test(.enabled(if: areHere, "needs the AWS CLI, boto3, dig and curl: make clients"))
  func `the commands for one's own tools do what they say`() throws {
    let readme = try String(contentsOfFile: Self.root + "/README.md", encoding: .utf8)
    let commands = try #require(Self.block("sh", in: readme))
    let python = try #require(Self.block("python", in: readme))
    let page = try #require(
      readme.firstMatch(of: /In a browser: <(http:[^>]*)>/).map { String($0.output.1) }
    )
    let inbox = try #require(readme.firstMatch(of: /`(curl [^`]*inbox)`/).map { $0.output.1 })
    let script = """
      set -euo pipefail
      exec 3< <(exec cafe serve --speed 20x --state '\(shop.state)')
      trap "kill $!" EXIT
      read -r open <&3
      curl -s '\(page)' | sed 's/^/page: /'
      \(commands)
      python3 - <<'END' | sed 's/^/seen: /'
      \(python)END
      \(inbox)
      """
    let run = try PipedRun(
      Program(
        "/bin/bash",
        ["-c", script],
        environment: [
          "PATH": "\(Self.tools):\(BuiltProgram.folder):/usr/bin:/bin", "HOME": shop.home,
          "LANG": "C.UTF-8", "AWS_PAGER": "", "AWS_EC2_METADATA_DISABLED": "true",
        ],
        directory: shop.path
      ),
      input: [],
      seconds: 150
    )
    #expect(run.exit == .code(0), "\(run.errors)\n\(run.output)")
    #expect(run.output.contains(/page: .*CafeInstance1/))
    #expect(run.output.contains("us-west-2a"))
    #expect(run.output.contains("us-west-2b"))
    #expect(run.output.contains("seen: us-east-1"))
    #expect(run.output.contains(/sofia@cafe\.example\tALARM: "cafe-down"/))
  }

  /// The first block of a language.
  private static func block(_ language: String, in text: String) -> String? {
    text.components(separatedBy: "```\(language)\n").dropFirst().first?
      .components(separatedBy: "```").first
  }
}
