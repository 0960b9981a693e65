import ArgumentParser
import CafeWorld
import Crypto
import FoundationEssentials
import Glibc
import Gradebook
import Lab
import Tutor

/// Makes a quiz for a class.
struct GradeNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract:
      "Make a quiz: a pack for the learners, a pack with the key, and a start code for each.",
    discussion: """
      Into DIR go learner.cafepack, which everybody gets; key.cafepack and codes.csv, which stay \
      with you. Every item is proven before it is handed out: in each variant and each world it \
      begins unsolved, and its solution solves it. `cafe grade variants` shows the variants \
      beside each other.
      """
  )

  @OptionGroup var sources: QuizSources

  @Option(help: "The class: a table with a column of ids.", completion: .file())
  var roster: String

  @Option(help: ArgumentHelp("The folder for what is made.", valueName: "dir"))
  var out: String

  @Option(help: "What the quiz is called; the first lesson's title if not given.")
  var title: String?

  func run() throws {
    let (library, ids) = try sources.library()
    var plan = try sources.plan(library, ids)
    if let title { plan.title = title }
    let roster = try readRoster()
    let secret = Randomness.bytes(32)
    let seeds = QuizMaking.seeds(plan.worlds, secret: secret)
    let proof = QuizProof(of: plan, seeds: seeds, engine: Session.engine) { id, variant in
      LessonReading(library.file(of: id) ?? [], id: id, scenes: library.scenes, variant: variant)
    }
    guard proof.faults.isEmpty else { throw refusal(proof) }
    let making = QuizMaking(plan: plan, proof: proof, seeds: seeds)
    let signing = Curve25519.Signing.PrivateKey()
    let sealing = Curve25519.KeyAgreement.PrivateKey()
    let key: KeyPack
    do throws(PackError) {
      key = try making.keyPack(
        QuizMaking.Randomness(
          id: hexadecimal(Randomness.bytes(8)),
          secret: secret,
          signingKey: [UInt8](signing.rawRepresentation),
          sealingKey: [UInt8](sealing.rawRepresentation)
        ),
        files: files(of: plan, library),
        learners: roster.learners,
        engine: Session.engine,
        made: Clock.milliseconds
      )
    } catch { throw Output.failure("The quiz could not be made. " + error.sentence) }
    let signature = try signing.signature(for: Data(key.learnerPack.signedBytes))
    try write(key, signed: key.learnerPack.encoded(signature: [UInt8](signature)))
    tell(key, proof)
    Output.print("\(self.roster): \(roster.columnsSentence)")
    if !plan.leftOut.isEmpty {
      Output.print(
        "left out, since predictions count only with --supervised: "
          + plan.leftOut.map(\.description).joined(separator: ", ")
      )
    }
    warnOfWhatIsKnown(plan, library)
  }

  /// A lesson inside the program is at every learner's hand, with its solutions.
  private func warnOfWhatIsKnown(_ plan: QuizPlan, _ library: Library) {
    for lesson in plan.lessons {
      let own = Content.lessons.first { $0.name == lesson.id + Library.suffix }?.bytes
      guard let own, library.file(of: lesson.id) == own else { continue }
      Output.complain(
        "\(lesson.id) comes with this program, so every learner can play it beforehand, with its "
          + "solutions. What nobody shall know is a lesson of your own: cafe author new NAME."
      )
    }
  }

  private func readRoster() throws -> Roster {
    let bytes = try Files.demanded(roster, atMost: 64 << 20)
    do { return try Roster(bytes) } catch {
      for sentence in error.sentences { Output.complain("\(roster): \(sentence)") }
      throw ExitStatus.failure
    }
  }

  private func files(of plan: QuizPlan, _ library: Library) -> [QuizFile] {
    let lessons = plan.lessons.map(\.id).compactMap { id in
      library.file(of: id).map {
        QuizFile(name: id + Library.suffix, text: String(decoding: $0, as: UTF8.self))
      }
    }
    let scenes = Set(plan.lessons.map(\.scene.name)).sorted().compactMap { name in
      library.scenes.file(of: name).map {
        QuizFile(name: name + Scenes.suffix, text: String(decoding: $0, as: UTF8.self))
      }
    }
    return lessons + scenes
  }

  private func refusal(_ proof: QuizProof) -> ExitStatus {
    for fault in proof.faults.prefix(5) { Output.complain(fault.sentence) }
    if proof.faults.count > 5 { Output.complain("and \(proof.faults.count - 5) more") }
    let sound = proof.sound.map(\.description).joined(separator: ",")
    return Output.failure(
      "No quiz was made. `cafe author check` says everything about a lesson, and `--items` leaves "
        + "out a step that is named here"
        + (sound.isEmpty ? ": --items LESSON#STEP,…" : ". These would do: --items \(sound)")
    )
  }

  private func write(_ key: KeyPack, signed: [UInt8]) throws {
    if unsafe mkdir(out, 0o700) != 0, errno != EEXIST {
      throw Output.failure("\(out) could not be made: \(Problem(errno).text).")
    }
    let files: [(name: String, bytes: [UInt8], mode: mode_t)] = [
      ("key.cafepack", key.encoded(signed: signed), 0o600), ("learner.cafepack", signed, 0o644),
      ("codes.csv", Array(key.codeList.utf8), 0o600),
    ]
    for file in files where unsafe access("\(out)/\(file.name)", F_OK) == 0 {
      throw Output.failure(
        "\(out)/\(file.name) is there already, and nothing is written over. Name another --out."
      )
    }
    for file in files {
      let path = "\(out)/\(file.name)"
      guard let problem = Files.write(file.bytes, to: path, mode: file.mode) else { continue }
      throw Output.failure("\(path) could not be written: \(problem.text).")
    }
  }

  private func tell(_ key: KeyPack, _ proof: QuizProof) {
    let quiz = key.quiz
    Output.print("Quiz \(quiz.id): \(cleaned(quiz.title))")
    for pool in quiz.pools {
      let drawn = pool.draws == pool.items.count ? "" : "  (\(pool.draws) of these for each)"
      Output.print("  " + pool.items.map(\.description).joined(separator: ", ") + drawn)
    }
    let variants = proof.variants.map { "\($0.lesson) \($0.numbers.count)" }
    Output.print(
      "  proven: variants of \(variants.joined(separator: ", ")); \(quiz.seeds.count) worlds"
    )
    for (item, other) in proof.shownStarts {
      Output.print("  accepted: \(item) begins where \(other) is solved")
    }
    Output.print("\(out)/learner.cafepack  for everybody")
    Output.print("\(out)/key.cafepack      stays with you")
    let codes = key.learners.count == 1 ? "1 start code" : "\(key.learners.count) start codes"
    Output.print("\(out)/codes.csv         \(codes)")
  }
}

/// What nobody foresees, from the system.
enum Randomness {
  static func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}
