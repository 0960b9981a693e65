import Lab
import Terminal

/// Prints what an author should look at, a line each, as editors read it, or an object each.
func report(_ remarks: [Remark], in path: String, json: Bool) {
  for remark in remarks {
    Output.print(
      json ? JSONLine.text(RemarkShape(remark, in: path)) : RemarkLine(remark, in: path).text
    )
  }
}

/// A remark as editors read it: `file:line:column: code: step: what`.
struct RemarkLine {
  let text: String

  init(_ remark: Remark, in path: String) {
    let (line, column) = (remark.position.line, remark.position.column)
    let place = remark.step.map { "\($0): " } ?? ""
    let words = [remark.message, remark.fix].compactMap(\.self).joined(separator: " ")
    let text = "\(path):\(line):\(column): \(remark.code): \(place)\(words)"
    self.text = sanitised(text.replacing("\n", with: " "))
  }
}

private struct RemarkShape: Encodable {
  let file: String
  let line: Int
  let column: Int
  let code: String
  let step: String?
  let message: String
  let fix: String?

  init(_ remark: Remark, in path: String) {
    file = path
    line = remark.position.line
    column = remark.position.column
    code = remark.code
    step = remark.step
    message = remark.message
    fix = remark.fix
  }
}
