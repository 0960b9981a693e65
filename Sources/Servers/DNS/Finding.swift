import DNS
import Route53

/// What the world answers to a type as the wire has it.
struct Finding {
  let answer: Answer
  /// Whether another client may get another answer.
  let dependsOnClient: Bool

  /// Asks for what the type wants; `ask` puts a question to the world, with true for a type that no
  /// record set can have.
  init(_ type: TypeCode, _ name: DomainName, _ ask: (Question, Bool) -> Answer) {
    guard type == .any else {
      let known = type.recordType
      answer = ask(Question(name: name, type: known ?? .a), known == nil)
      dependsOnClient = answer.dependsOnClient
      return
    }
    var dependsOnClient = false
    var last = ask(Question(name: name, type: .cname), false)
    for type in RecordType.triedForAny where last.isEmptyHanded {
      dependsOnClient = dependsOnClient || last.dependsOnClient
      last = ask(Question(name: name, type: type), false)
    }
    answer = last
    self.dependsOnClient = dependsOnClient || last.dependsOnClient
  }
}

extension Answer {
  /// Whether the name is there, but not this type of record.
  fileprivate var isEmptyHanded: Bool {
    code == .noError && isAuthoritative && records.isEmpty
  }
}

extension Response {
  init(_ answer: Answer) {
    self.init(
      code: WireCode(answer.code),
      isAuthoritative: answer.isAuthoritative,
      records: answer.records,
      authority: answer.authority,
      glue: answer.glue
    )
  }
}
