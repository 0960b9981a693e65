import Foundation
import Support
import Testing

/// The scripts of `Tests/Clients`, each at a new café.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct ClientScriptTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  @Test(
    .enabled(if: StoryTests.hasClients, "needs boto3 and the AWS CLI (`make clients`)"),
    arguments: ["route53_lab.py", "route53_more.py", "aws_cli.sh", "terraform.sh"]
  )
  func `finds what Amazon would have answered`(script: String) throws {
    let served = try Served(shop, ["--speed", "20x"])
    let path = StoryTests.root + "/Tests/Clients/" + script
    let program = script.hasSuffix(".py") ? StoryTests.python : "/bin/bash"
    let tools = URL(fileURLWithPath: StoryTests.python).deletingLastPathComponent().path
    let run = try PipedRun(
      Program(
        program,
        [path, served.addresses.api],
        environment: [
          "HOME": shop.home, "LANG": "C.UTF-8", "PATH": tools + ":/usr/local/bin:/usr/bin:/bin",
        ]
      ),
      input: [],
      seconds: 240
    )
    #expect(run.exit == .code(0), "\(run.errors)\n\(run.output)")
    #expect(run.output.contains(script.prefix { $0 != "." }), "\(run.output)")
  }

  static let hasBrowser =
    Tool("chromium", package: "chromium").isHere
    && FileManager.default.fileExists(
      atPath: URL(fileURLWithPath: StoryTests.python).deletingLastPathComponent().path
        + "/playwright"
    )

  @Test(.enabled(if: hasBrowser, "needs chromium and playwright (`make clients`)"))
  func `shows the websites as a phone and a projector do`() throws {
    let served = try Served(shop)
    let run = try PipedRun(
      Program(
        StoryTests.python,
        [StoryTests.root + "/Tests/Clients/browser.py"] + served.addresses.websites,
        environment: ["HOME": shop.home, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
      ),
      input: [],
      seconds: 120
    )
    #expect(run.exit == .code(0), "\(run.errors)\n\(run.output)")
    #expect(run.output.contains("browser: both sites"), "\(run.output)")
  }
}
