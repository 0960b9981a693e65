extension KeyPack {
  /// Who has which start code, as a table for a spreadsheet: `id,name,code`.
  ///
  /// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
  public var codeList: String {
    let rows = [["id", "name", "code"]] + learners.map { [$0.id, $0.name, "\(code(of: $0))"] }
    return rows.map { $0.map(Self.cell).joined(separator: ",") + "\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = (isFormula ? "'" : "") + text
    return safe.contains(where: { "\",;\n\r\t".contains($0) })
      ? "\""
        + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\"" : safe
  }
}
