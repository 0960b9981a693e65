import CafeWorld
import Crypto
import Lab
import OrderedCollections

/// The packs of a quiz, made of its plan and its proof; the shell brings what must be random, and
/// signs.
public struct QuizMaking: Sendable {
  public let plan: QuizPlan
  public let proof: QuizProof
  public let seeds: [UInt64]

  /// What nobody must foresee.
  public struct Randomness: Sendable {
    /// Sixteen hexadecimal digits.
    public let id: String
    /// Thirty-two bytes.
    public let secret: [UInt8]
    /// Raw private keys of thirty-two bytes each.
    public let signingKey: [UInt8]
    public let sealingKey: [UInt8]

    public init(id: String, secret: [UInt8], signingKey: [UInt8], sealingKey: [UInt8]) {
      self.id = id
      self.secret = secret
      self.signingKey = signingKey
      self.sealingKey = sealingKey
    }
  }

  public init(plan: QuizPlan, proof: QuizProof, seeds: [UInt64]) {
    self.plan = plan
    self.proof = proof
    self.seeds = seeds
  }

  /// The seeds of the worlds, which follow from the secret.
  public static func seeds(_ count: Int, secret: [UInt8]) -> [UInt64] {
    let draw = Derivation(key: SymmetricKey(data: secret), salt: "worlds")
    return (0..<max(1, count)).map { draw.number("world \($0)") >> 16 }
  }

  /// Both packs.
  ///
  /// `files`: the lessons and scenes as their authors wrote them; `made`: milliseconds since 1970.
  /// - Throws: `badValue` where the keys are none, or the quiz makes no sense.
  public func keyPack(
    _ randomness: Randomness,
    files: [QuizFile],
    learners: [Learner],
    engine: String,
    made: Int64
  ) throws(PackError) -> KeyPack {
    guard
      let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: randomness.signingKey),
      let sealing = try? Curve25519.KeyAgreement.PrivateKey(
        rawRepresentation: randomness.sealingKey
      )
    else { throw .badValue("its keys") }
    let quiz = ClassQuiz(
      id: randomness.id,
      title: plan.title,
      engine: engine,
      rules: plan.rules,
      pools: plan.pools,
      seeds: seeds,
      variants: OrderedDictionary(
        uniqueKeysWithValues: proof.variants.map { ($0.lesson, $0.numbers) }
      ),
      points: points
    )
    try quiz.check()
    let key = SymmetricKey(data: randomness.secret)
    let tags = learners.map { StartCode(learner: $0.id, secret: key).tag(quiz: quiz.id) }
    let pack = LearnerPack(
      quiz: quiz,
      signingKey: [UInt8](signing.publicKey.rawRepresentation),
      sealingKey: [UInt8](sealing.publicKey.rawRepresentation),
      papers: papers(files),
      starts: proof.starts,
      tags: tags.sorted(),
      made: made
    )
    return KeyPack(
      learnerPack: pack,
      secret: randomness.secret,
      signingKey: randomness.signingKey,
      sealingKey: randomness.sealingKey,
      files: files.filter { isNeeded($0.name) },
      learners: learners
    )
  }

  private var points: OrderedDictionary<String, Int> {
    OrderedDictionary(
      plan.pools.flatMap(\.items).compactMap { item in
        (try? plan.step(of: item)).map { (item.description, plan.rules.points(of: $0)) }
      }
    ) { first, _ in first }
  }

  private func isNeeded(_ name: String) -> Bool {
    plan.lessons.contains { name == $0.id + ItemBank.suffix } || isScene(name)
  }

  private func isScene(_ name: String) -> Bool {
    plan.lessons.contains { name == $0.scene.name + Scenes.suffix }
  }

  /// The lessons with their keys cut out, and the scenes as they are.
  private func papers(_ files: [QuizFile]) -> [QuizFile] {
    let items = plan.pools.flatMap(\.items)
    return files.compactMap { file in
      if isScene(file.name) { return file }
      guard let lesson = plan.lessons.first(where: { file.name == $0.id + ItemBank.suffix }) else {
        return nil
      }
      let steps = items.filter { $0.lesson == lesson.id }.map(\.step)
      guard !steps.isEmpty else { return nil }
      let paper = Paper(
        steps: steps,
        keepsHints: plan.rules[.hint] != .off,
        keepsPredictions: plan.rules.isSupervised,
        shown: Dictionary(
          lesson.steps.map { step in
            (
              step.id,
              step.conditions.map(\.id).filter { plan.rules.shows($0, in: step.id, of: lesson) }
            )
          }
        ) { first, _ in first }
      )
      return QuizFile(name: file.name, text: paper.text(of: file.bytes, lesson))
    }
  }
}
