/// Why a document is no XML that this reader takes, and where.
struct XMLFault: Error, Hashable {
  let reason: Reason
  /// Counted in bytes from 0.
  let offset: Int

  enum Reason: Hashable {
    case tooLong(most: Int)
    case tooDeep(most: Int)
    case tooManyElements(most: Int)
    case tooManyAttributes(most: Int)
    case nameTooLong(most: Int)
    /// Nothing may be declared: no entity grows, nothing is fetched.
    case doctype
    case instruction
    case unknownEntity
    case badCharacter
    case notUTF8
    case unexpected(String)
    case wrongEnd(expected: String)
    case twice(attribute: String)
    case unfinished
  }

  var message: String {
    switch reason {
    case .tooLong(let most): "the document has more than \(most) bytes"
    case .tooDeep(let most): "elements are nested deeper than \(most)"
    case .tooManyElements(let most): "the document has more than \(most) elements"
    case .tooManyAttributes(let most): "an element has more than \(most) attributes"
    case .nameTooLong(let most): "a name has more than \(most) bytes"
    case .doctype: "a document type is not allowed"
    case .instruction: "a processing instruction is not allowed"
    case .unknownEntity: "an entity is not known"
    case .badCharacter: "a character is not allowed in XML"
    case .notUTF8: "the document is not UTF-8"
    case .unexpected(let what): "\(what) was expected"
    case .wrongEnd(let name): "the end of \(name) was expected"
    case .twice(let attribute): "the attribute \(attribute) stands twice"
    case .unfinished: "the document ends too early"
    }
  }
}
