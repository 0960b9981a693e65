import CafeWorld
import Crypto
import Foundation
import Gradebook
import Lab

/// Learners who did sixty lines each, and the grader of their quiz.
struct GradedClass {
  let grader: Grader
  let submissions: [[UInt8]]

  private static let lesson = """
    ---
    format: 1
    lesson: night-shift
    title: The night shift
    minutes: 20
    seed: 7
    world: cafe
    ---

    ## Watch the first server {#watch}

    ```task
    [exists] 1  there is a check called Night
                hc("Night") exists
    [target] 2  it watches CafeInstance1   needs exists
                hc("Night").ip-address == instance("CafeInstance1").public-ip
    [quick]  2  a stopped server is noticed within 45 s   needs target
                under stop CafeInstance1: within 45s: hc("Night").status == unhealthy
    ```

    ```solve
    create health-check Night --ip-address CafeInstance1 --resource-path /cafe \
    --request-interval 10 --failure-threshold 2
    ```

    ## One question {#ask}

    ```quiz policy
    ask:    Which routing policy names the standby only while the main site is down?
    type:
    right:  failover | failover routing
      why:  Failover routing is active and passive.
    wrong weighted: weighted | weighted routing
      say:  Weighted shares traffic all the time.
    ```
    """

  init(learners count: Int) throws {
    let key = try Self.key(learners: count)
    grader = try Grader(key)
    let bank = try ItemBank(key)
    submissions = try key.learners.enumerated().map { number, learner in
      let dealt = try bank.dealt(key.code(of: learner))
      return try Self.seal(try Self.sitting(dealt, number), dealt, for: key)
    }
  }

  private static func key(learners count: Int) throws -> KeyPack {
    let secrets = (1...3).map { [UInt8](repeating: $0, count: 32) }
    let signing = try Curve25519.Signing.PrivateKey(rawRepresentation: secrets[1])
    let sealing = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secrets[2])
    let items = ["watch", "ask"].map { ItemID(lesson: "night-shift", step: $0) }
    let seeds: [UInt64] = Array(1...8)
    let quiz = ClassQuiz(
      id: String(repeating: "0", count: 16),
      title: "The night shift",
      engine: "1",
      rules: Rules(.graded),
      pools: [ItemPool(name: nil, items: items, draws: 2)],
      seeds: seeds
    )
    return KeyPack(
      learnerPack: LearnerPack(
        quiz: quiz,
        signingKey: [UInt8](signing.publicKey.rawRepresentation),
        sealingKey: [UInt8](sealing.publicKey.rawRepresentation),
        papers: [],
        starts: items.flatMap { item in
          seeds.map { ItemStart(item: item, variant: 0, seed: $0, commands: []) }
        },
        tags: [],
        made: 0
      ),
      secret: secrets[0],
      signingKey: secrets[1],
      sealingKey: secrets[2],
      files: [QuizFile(name: "night-shift.lab.md", text: lesson)],
      learners: (0..<count).map { Learner(id: "learner-\($0)", name: "Learner \($0)", columns: []) }
    )
  }

  /// Sixty lines: two items, a check, records, faults, looks, and the passing of time.
  private static func sitting(_ dealt: DealtQuiz, _ number: Int) throws -> [JournalRow] {
    var journal = Sheaf(dealt)
    let step = dealt.lesson.steps[0]
    if let opening = dealt.opening(of: step.id) { try journal.add(opening, "next") }
    try journal.type(step.solution[0].text)
    try journal.type("create record www A CafeInstance1 --ttl \(30 + number % 90)")
    for round in 0..<18 {
      try journal.type("break CafeInstance2 --slow \(round % 7 + 1)s")
      try journal.type("wait \(10 + (number + round) % 50)s")
      try journal.type("dig www")
    }
    if let opening = dealt.opening(of: dealt.lesson.steps[1].id) {
      try journal.add(opening, "next")
    }
    try journal.add(
      .responded(question: "policy", response: "weighted routing", .unjudged),
      "weighted routing"
    )
    try journal.add(.responded(question: "policy", response: "failover", .unjudged), "failover")
    return journal.rows
  }

  private static func seal(
    _ rows: [JournalRow],
    _ dealt: DealtQuiz,
    for key: KeyPack
  ) throws -> [UInt8] {
    let beginning = dealt.beginning
    let submission = Submission(
      quiz: key.quiz.id,
      pack: beginning.lessonHash,
      code: dealt.code.description,
      attempt: AttemptFile(
        origin: AttemptOrigin(
          lesson: beginning.lesson,
          created: 0,
          engine: beginning.engine,
          lessonHash: beginning.lessonHash,
          scene: beginning.scene,
          seed: beginning.seed
        ),
        rows: rows
      )
    )
    let signer = try Curve25519.Signing.PrivateKey(
      rawRepresentation: [UInt8](repeating: 9, count: 32)
    )
    let payload = submission.payload(
      installation: [UInt8](signer.publicKey.rawRepresentation),
      signature: [UInt8](try signer.signature(for: submission.signingBytes))
    )
    var sender = try HPKE.Sender(
      recipientKey: Curve25519.KeyAgreement.PublicKey(
        rawRepresentation: key.learnerPack.sealingKey
      ),
      ciphersuite: SubmissionFile.ciphersuite,
      info: SubmissionFile.info(quiz: submission.quiz, pack: submission.pack)
    )
    let sealed = try sender.seal(payload)
    return SubmissionFile(
      of: submission,
      encapsulatedKey: sender.encapsulatedKey,
      ciphertext: sealed
    ).encoded()
  }
}

/// The rows of a sitting as the session makes them.
private struct Sheaf {
  private var attempt: Attempt
  private(set) var rows: [JournalRow] = []

  init(_ dealt: DealtQuiz) {
    attempt = Attempt(dealt.beginning)
    keep()
  }

  mutating func type(_ line: String) throws {
    let (_, commands, refusal) = Situation(attempt).carryingOut([line])
    if let refusal { throw refusal }
    try add(.commands(commands), line)
  }

  mutating func add(_ move: Move, _ typed: String) throws {
    try attempt.carryOut(move, typed: typed)
    keep()
  }

  private mutating func keep() {
    let number = attempt.rows.count - 1
    let row = attempt.rows[number]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = (try? encoder.encode(row.entry)) ?? Data()
    rows.append(
      JournalRow(
        sequence: number,
        virtualTime: row.cafe.world.now.milliseconds,
        wallTime: 1_800_000_000_000 + Int64(number) * 15_000,
        kind: row.entry.move.kind,
        typed: row.typed,
        canonical: String(decoding: json, as: UTF8.self),
        previousHash: rows.last?.hash ?? JournalRow.genesis,
        digest: row.cafe.world.digest
      )
    )
  }
}
