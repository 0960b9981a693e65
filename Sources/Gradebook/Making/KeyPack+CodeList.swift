extension KeyPack {
  /// Who has which start code, as a table for a spreadsheet: `id,name,code`.
  ///
  /// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
  public var codeList: String {
    let rows = [["id", "name", "code"]] + learners.map { [$0.id, $0.name, "\(code(of: $0))"] }
    return rows.map { $0.map(SeparatedTable.cell).joined(separator: ",") + "\n" }.joined()
  }
}
