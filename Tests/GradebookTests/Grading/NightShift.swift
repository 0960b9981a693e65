import Crypto
import Foundation
import Gradebook
import Lab
import OrderedCollections

/// A small quiz for a class of three, made by hand: two items, variants, and a key.
enum NightShift {
  static let ada = Learner(id: "ada", name: "Ada L.", columns: [])
  static let grace = Learner(id: "grace", name: "Grace H.", columns: [])
  static let linus = Learner(id: "linus", name: "Linus T.", columns: [])

  static let lesson = """
    ---
    format: 1
    lesson: night-shift
    title: The night shift
    minutes: 20
    seed: 7
    world: cafe
    ---

    ## Watch a server {#watch}

    Create a health check called **Night** that fetches `/cafe` from **${server}**.

    ```vars
    server = CafeInstance1 | CafeInstance2
    ```

    ```task
    [exists] 1  there is a check called Night
                hc("Night") exists
    [target] 2  it watches ${server}   needs exists
                hc("Night").ip-address == instance("${server}").public-ip
       else     It watches {hc.owner}.
    [quick]  2  a stopped server is noticed within 45 s   needs target
                under stop ${server}: within 45s: hc("Night").status == unhealthy
    ```

    ```solve
    create health-check Night --ip-address ${server} --resource-path /cafe \
    --request-interval 10 --failure-threshold 2
    ```

    ```mistake too-slow
    create health-check Night --ip-address ${server} --resource-path /cafe \
    --request-interval 30 --failure-threshold 3
    fails:  quick
    say:    Interval times threshold is a minute and a half.
    ```

    ```hint
    An interval and a threshold make the delay.
    2 | Ten seconds, twice.
    ```

    ## Two questions {#ask}

    ```quiz policy
    ask:    Traffic goes to the standby only while the main site is down. Which routing policy?
    type:
    right:  failover | failover routing
      why:  Failover routing is active and passive.
    wrong weighted: weighted | weighted routing
      say:  Weighted shares traffic all the time.
    ```

    ```quiz count
    ask:    How many checkers ask a server?
    number:
    right:  16 ± 0
      why:  Sixteen.
    ```
    """

  /// The same lesson with another key: a check every thirty seconds is quick enough.
  static let corrected = QuizFile(
    name: "night-shift.lab.md",
    text: lesson.replacing("within 45s", with: "within 3m")
      .replacing("fails:  quick", with: "fails:  target")
      .replacing("right:  16 ± 0", with: "right:  15 ± 0")
  )

  static var rules: Rules {
    Rules(
      mode: .graded,
      allowances: [.hint: .priced(1), .showMe: .off, .skip: .off, .undo: .priced(1)],
      feedback: .none,
      tries: [5, 3, 1],
      minutes: nil,
      isSilent: true,
      isSupervised: false,
      pass: 60
    )
  }

  /// The key pack of a quiz whose secret is one byte over and over.
  static func key(
    rules: Rules = rules,
    engine: String = "1",
    secret: UInt8 = 1,
    lesson: String = lesson,
    steps: [String] = ["watch", "ask"],
    learners: [Learner] = [ada, grace, linus]
  ) throws -> KeyPack {
    let secrets = [secret, secret &+ 1, secret &+ 2].map { [UInt8](repeating: $0, count: 32) }
    let signing = try Curve25519.Signing.PrivateKey(rawRepresentation: secrets[1])
    let sealing = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secrets[2])
    let items = steps.map { ItemID(lesson: "night-shift", step: $0) }
    let seeds: [UInt64] = [11, 12]
    let quiz = ClassQuiz(
      id: String(repeating: "0", count: 14) + String(format: "%02x", secret),
      title: "The night shift",
      engine: engine,
      rules: rules,
      pools: [ItemPool(name: nil, items: items, draws: items.count)],
      seeds: seeds,
      variants: ["night-shift": [0, 1]]
    )
    let starts = items.flatMap { item in
      seeds.flatMap { seed in
        [0, 1].map { ItemStart(item: item, variant: $0, seed: seed, commands: []) }
      }
    }
    return KeyPack(
      learnerPack: LearnerPack(
        quiz: quiz,
        signingKey: [UInt8](signing.publicKey.rawRepresentation),
        sealingKey: [UInt8](sealing.publicKey.rawRepresentation),
        papers: [],
        starts: starts,
        tags: [],
        made: 0
      ),
      secret: secrets[0],
      signingKey: secrets[1],
      sealingKey: secrets[2],
      files: [QuizFile(name: "night-shift.lab.md", text: lesson)],
      learners: learners
    )
  }
}
