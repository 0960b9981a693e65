import ArgumentParser
import Crypto
import Glibc
import Gradebook
import Lab
import Terminal
import Tutor

/// The lesson with which a command judges instead of the key pack's own.
struct CorrectionOptions: ParsableArguments {
  @Option(help: "A file with the corrected text of one of the quiz's lessons.", completion: .file())
  var lesson: String?

  /// The pack as it is judged by: with the corrected lesson, where one is named.
  func applied(to pack: KeyPack) throws -> KeyPack {
    try lesson.map { try GradingOptions.corrected(pack, $0) } ?? pack
  }
}

/// What every command that grades needs: the key pack, and what learners wrote down.
struct GradingOptions: ParsableArguments {
  @Option(help: "The key pack that `cafe grade new` wrote.", completion: .file())
  var key = "key.cafepack"

  @Option(
    help: """
      A file of what learners wrote down: an id, a comma and a checkpoint a line. A submission \
      without its checkpoint is refused.
      """,
    completion: .file()
  )
  var checkpoints: String?

  /// The key pack; one of another engine ends the program, since it would grade another café.
  func pack() throws -> KeyPack {
    let bytes = try Files.demanded(key, atMost: KeyPack.longest)
    let pack: KeyPack
    do { pack = try KeyPack(decoding: bytes) } catch {
      throw Output.failure("\(key) is no key pack: \(error.sentence)")
    }
    guard pack.quiz.engine == Session.engine else {
      throw Output.failure(
        "This quiz rests on the engine \(sanitised(pack.quiz.engine)), and this cafe has "
          + "\(Session.engine). Grade it with the cafe that made it."
      )
    }
    return pack
  }

  /// A grader of a key pack, with the checkpoints that were named.
  func grader(_ pack: KeyPack) throws -> Grader {
    do { return try Grader(pack, checkpoints: try written(pack.learners)) } catch let error
      as PackError
    {
      throw Output.failure("\(key): \(error.sentence)")
    }
  }

  private func written(_ learners: [Learner]) throws -> [String: [Checkpoint]] {
    guard let checkpoints else { return [:] }
    let list = CheckpointList(try Files.demandedText(checkpoints), learners: learners)
    for (line, sentence) in list.problems {
      Output.complain("\(checkpoints):\(line): \(sentence).")
    }
    guard list.problems.isEmpty else { throw ExitStatus.failure }
    return list.checkpoints
  }

  /// The same pack with a corrected text of one of its lessons; says which options it rewords.
  ///
  /// - Throws: an exit, with its reason on standard error, where what learners did would mean
  ///   something else by it.
  static func corrected(_ pack: KeyPack, _ path: String) throws -> KeyPack {
    let text = try Files.demandedText(path)
    let scenes = Scenes(files: pack.files.map { ($0.name, $0.bytes) })
    let reading = LessonReading(Array(text.utf8), scenes: scenes)
    guard let lesson = reading.lesson else {
      for diagnostic in reading.diagnostics { Output.complain("\(path):\(diagnostic)") }
      throw ExitStatus.failure
    }
    let ids = pack.quiz.lessons
    guard ids.contains(lesson.id) else {
      throw Output.failure(
        "\(path) is the lesson \(lesson.id), which is none of this quiz. Its lessons: "
          + ids.joined(separator: ", ") + "."
      )
    }
    let lost = pack.quiz.pools.flatMap(\.items).first {
      $0.lesson == lesson.id && lesson[step: $0.step] == nil
    }
    if let lost {
      throw Output.failure(
        "\(path) lacks the item \(sanitised(lost.description)), which learners were put. Keep the "
          + "ids of the steps as they were handed out."
      )
    }
    let correction = Correction(of: pack, by: lesson)
    do throws(CorrectionFault) {
      for rewording in try correction.rewordings() { Output.complain(rewording.sentence) }
    } catch { throw Output.failure("\(path) \(error.sentence)") }
    let unmoved = correction.unmoved
    if !unmoved.isEmpty {
      Output.complain(
        "\(path) changes \(unmoved.joined(separator: ", ")). That was published with the pack and "
          + "stays as it was."
      )
    }
    do {
      return try pack.replacing(QuizFile(name: lesson.id + Library.suffix, text: text))
    } catch { throw Output.failure("\(path) corrects no lesson of this quiz: \(error.sentence)") }
  }
}
