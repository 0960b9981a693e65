import Foundation
import Gradebook
import OrderedCollections
import Testing

@Suite struct `Statements of the Experience API` {
  private struct Statement: Decodable {
    struct Named: Decodable { let id: String }
    struct Score: Decodable { let scaled, raw, min, max: Decimal }
    struct Outcome: Decodable {
      let score: Score?
      let success: Bool?
      let response: String?
      let duration: String?
    }
    let id: String
    let verb, object: Named
    let result: Outcome
  }

  private static func statements(_ grades: ClassGrades) throws -> [Statement] {
    let text = try #require(try SampleClass.files(of: grades)["xapi.jsonl"])
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(Statement.self, from: Data($0.utf8))
    }
  }

  @Test func `tell each response, each item and the whole, with ADL's verbs`() throws {
    let told = try Self.statements(SampleClass.three)
    #expect(
      told.map { $0.verb.id.split(separator: "/").last }
        == ["answered", "attempted", "answered", "attempted", "failed"]
    )
    #expect(told[0].result.response == "failover" && told[0].result.success == true)
    #expect(told[4].result.score?.raw == Decimal(string: "1.6"))
    #expect(told[4].result.score?.scaled == Decimal(string: "0.4"))
    #expect(told[4].result.duration == "PT120S")
    #expect(told[4].object.id == "https://cafe.example/quizzes/0123456789abcdef")
  }

  @Test func `have ids of their own, which a second run gives again`() throws {
    let ids = try Self.statements(SampleClass.three).map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(try Self.statements(SampleClass.three).map(\.id) == ids)
    for id in ids {
      #expect(
        id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
          != nil
      )
    }
  }
}
