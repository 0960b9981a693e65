extension Remark {
  /// What has to be said before a lesson's score: that the lesson itself is not proven.
  ///
  /// `findings`: what proving it found, in the order of the file; where that is nothing, nil.
  public init?(unproven findings: [Remark]) {
    guard let first = findings.first else { return nil }
    let count = findings.count
    self.init(
      position: first.position,
      code: "M005",
      step: first.step,
      message:
        count == 1
        ? "`cafe author check` has 1 finding, here; a score means little before it is mended."
        : "`cafe author check` has \(count) findings, the first of them here; a score means little"
          + " before they are mended.",
      fix: count == 1
        ? "Mend it first: `cafe author check` says what it is."
        : "Mend them first: `cafe author check` lists them."
    )
  }
}
