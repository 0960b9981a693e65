/// Why a query or a form cannot be read.
enum FormFault: Error, Hashable {
  case tooLong(most: Int)
  case tooManyPairs(most: Int)
  case tooDeep(most: Int)
  case badEscape
  case twice(String)

  var message: String {
    switch self {
    case .tooLong(let most): "it has more than \(most) bytes"
    case .tooManyPairs(let most): "it has more than \(most) parameters"
    case .tooDeep(let most): "a parameter has more than \(most) parts"
    case .badEscape: "a percent sign is not followed by two hexadecimal digits of UTF-8"
    case .twice(let name): "the parameter \(name) stands twice"
    }
  }
}
