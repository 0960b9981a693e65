import Crypto
import Foundation
import Gradebook
import Lab
import Testing

/// A small quiz made of a lesson of the house, with keys that are the same in every run.
struct SampleQuiz {
  let plan: QuizPlan
  let proof: QuizProof
  let key: KeyPack
  /// The learner pack as it is handed out.
  let signed: [UInt8]

  static let secret = [UInt8](repeating: 7, count: 32)

  static let learners = ["ana", "bo", "çelik"].map { id in
    Learner(id: id, name: id.capitalized, columns: [])
  }

  static func bytes(_ lesson: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: "Lessons/\(lesson).lab.md")))
  }

  static func lesson(_ id: String, variant: Int = 0) throws -> Lesson {
    try #require(LessonReading(try bytes(id), id: id, variant: variant).lesson)
  }

  init(
    _ id: String = "cafe-quiz",
    mode: Mode = .graded,
    changes: FrontMatter.Grade = FrontMatter.Grade(),
    items: [ItemID] = [],
    accepting: Bool = false
  ) throws {
    var plan = try QuizPlan(
      lessons: [try Self.lesson(id)],
      mode: mode,
      changes: changes,
      items: items
    )
    plan.acceptsShownStarts = accepting
    let bytes = try Self.bytes(id)
    let seeds = QuizMaking.seeds(2, secret: Self.secret)
    proof = QuizProof(of: plan, seeds: seeds, engine: "1") { id, variant in
      LessonReading(bytes, id: id, variant: variant)
    }
    self.plan = plan
    let signing = try Curve25519.Signing.PrivateKey(rawRepresentation: Self.secret)
    key = try QuizMaking(plan: plan, proof: proof, seeds: seeds).keyPack(
      QuizMaking.Randomness(
        id: "0123456789abcdef",
        secret: Self.secret,
        signingKey: Self.secret,
        sealingKey: Self.secret
      ),
      files: [QuizFile(name: id + ".lab.md", text: String(decoding: bytes, as: UTF8.self))],
      learners: Self.learners,
      engine: "1",
      made: 0
    )
    let signature = try signing.signature(for: Data(key.learnerPack.signedBytes))
    signed = key.learnerPack.encoded(signature: [UInt8](signature))
  }

  /// Made once, since every test looks at the same.
  static let shared = Result { try SampleQuiz() }
}
