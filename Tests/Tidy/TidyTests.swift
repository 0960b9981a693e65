import Testing

/// The house as it stands.
@Suite(.timeLimit(.minutes(1)))
struct TidyTests {
  static let exemptions = [
    Exemption(
      path: "Sources/DNS/RecordData.swift",
      rule: .typeName,
      reason: "RDATA is DNS's own word (RFC 1035, 3.2.1)"
    ),
    Exemption(
      path: "Sources/DNS/DomainName.swift",
      rule: .bannedWord,
      about: "Hasher",
      reason: "a name in a dictionary is found by the hash that it keeps; no order comes of it"
    ),
    Exemption(
      path: "Sources/Route53/RecordSets.swift",
      rule: .bannedWord,
      about: "Hasher",
      reason: "a zone is compared by the fingerprint that it keeps; no order comes of it"
    ),
    Exemption(
      path: "Sources/Route53/PendingChanges.swift",
      rule: .bannedWord,
      about: "Hasher",
      reason: "a queue is equal to another however it is cut in blocks; no order comes of it"
    ),
    Exemption(
      path: "Sources/Route53/ResourceRecordSet.swift",
      rule: .bannedWord,
      about: "Hasher",
      reason: "record sets share their content, and are equal if it is; no order comes of it"
    ),
  ]

  @Test func `the whole tree is tidy`() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let tree = try Tree(root: "/" + root)
    // A tree that was not found is not tidy.
    #expect(tree.sources.count > 100)
    let findings = try tree.findings()
    let open = findings.filter { finding in
      !TidyTests.exemptions.contains { $0.covers(finding) }
    }
    for finding in open { Issue.record("\(finding)") }
    for exemption in TidyTests.exemptions where !findings.contains(where: exemption.covers) {
      Issue.record("\(exemption.path): the exception from \(exemption.rule) is no longer needed")
    }
  }
}
