import Foundation
import Gradebook
import Testing

@Suite struct `What a graded quiz promises` {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// Without line breaks, so that a page may be wrapped where it likes.
  private static func squeezed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `stands in the README as the program says it`() throws {
    let readme = try String(contentsOfFile: Self.root + "/README.md", encoding: .utf8)
    #expect(Promise.holds.count == 5 && Promise.cannot.count == 5)
    #expect(Self.squeezed(readme).contains(Self.squeezed(Promise.text)))
  }
}
