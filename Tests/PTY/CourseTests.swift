import Foundation
import Support
import Testing

/// Every lesson that is handed out proves itself, and would notice a weaker one.
///
/// It takes the released program, which is twenty times as fast as one that is built for tests.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["CAFE_PROGRAM"] != nil,
    "needs CAFE_PROGRAM, which `make test` sets"
  ),
  .timeLimit(.minutes(10))
)
struct CourseTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  @Test func `in twenty worlds and every variant all is as the lessons say`() throws {
    let run = try shop.run(["author", "check", StoryTests.root + "/Lessons"])
    #expect(run.exit == .code(0), "\(run.output)\(run.errors)")
    #expect(run.output.contains("nothing found in 20 worlds"))
  }

  @Test func `mutants are noticed, or accepted with a reason`() throws {
    let run = try shop.run(["author", "mutate", StoryTests.root + "/Lessons"])
    #expect(run.exit == .code(0), "\(run.output)\(run.errors)")
  }
}
