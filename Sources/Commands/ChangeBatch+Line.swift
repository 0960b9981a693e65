import CafeWorld
import Route53

extension ChangeBatch {
  /// The line of the learner's language that asks for this in the world before it.
  ///
  /// Nil where that takes several lines, or words that only the AWS CLI has.
  func line(for id: HostedZoneID, in world: World) -> String? {
    guard comment == nil, changes.count == 1, let change = changes.first,
      let zone = world.hostedZone(id)
    else { return nil }
    let set = change.recordSet.fullyNamed
    let isThere = zone.records.all.map(\.request).contains { $0.hasKey(of: set) }
    let (words, wanted): (String, Change) =
      switch change.action {
      case .delete: (set.deleting(in: zone), Change(.delete, set))
      case .upsert where isThere: (set.updating(in: zone, world), Change(.upsert, set))
      // To write what is not there is to create it.
      case .create, .upsert: (set.creating(in: zone, world), Change(.create, set))
      }
    let line = words + (world.hostedZones.count > 1 ? " --zone \(id)" : "")
    // What is left out has values of its own in that language, so the line is read back.
    let request = try? parse(line, in: ParseContext(world: world))
    return request == .changeRecord(id, wanted) ? line : nil
  }

  /// The same as a batch of such lines, from `batch` to `commit`.
  func lines(for id: HostedZoneID, in world: World) -> [String]? {
    guard comment == nil else { return nil }
    var lines = ["batch"]
    for change in changes {
      guard let line = ChangeBatch(changes: [change]).line(for: id, in: world) else { return nil }
      lines.append(line)
    }
    return lines + ["commit"]
  }
}

extension RecordSetRequest {
  /// With every name as the service writes it, the dot at its end.
  fileprivate var fullyNamed: RecordSetRequest {
    var set = self
    set.name = set.name.fullyQualified
    if let target = set.aliasTarget?.dnsName { set.aliasTarget?.dnsName = target.fullyQualified }
    return set
  }

  private func place(in zone: HostedZone) -> String { "\(quoted(reference(in: zone))) \(type)" }

  fileprivate func deleting(in zone: HostedZone) -> String { "delete record \(place(in: zone))" }

  fileprivate func updating(in zone: HostedZone, _ world: World) -> String {
    "update record \(place(in: zone))\(answer(in: zone))"
      + (aliasTarget?.evaluateTargetHealth == false ? " --no-evaluate-target-health" : "")
      + policy + (healthCheckID == nil ? " --no-health-check" : listening(in: world))
  }

  fileprivate func creating(in zone: HostedZone, _ world: World) -> String {
    "create record \(quoted(zone.shortName(name))) \(type)\(answer(in: zone))\(policy)"
      + (setIdentifier.map { " --set-identifier \(quoted($0))" } ?? "") + listening(in: world)
  }

  private func answer(in zone: HostedZone) -> String {
    var words = values.map { " \(quoted($0))" }.joined()
    if let target = aliasTarget {
      words += " --alias \(quoted(zone.shortName(target.dnsName)))"
      words += target.evaluateTargetHealth ? " --evaluate-target-health" : ""
    }
    return words + (ttl.map { " --ttl \($0)" } ?? "")
  }

  /// What the commonest policies choose by; the others stay with the AWS CLI.
  private var policy: String {
    let options: [String?] = [
      failover.map { "--failover \($0.lowercased())" }, weight.map { "--weight \($0)" },
      region.map { "--region \($0)" }, multiValueAnswer == true ? "--multivalue" : nil,
    ]
    return options.compactMap(\.self).map { " " + $0 }.joined()
  }

  /// Its health check, by its name where that means no other.
  private func listening(in world: World) -> String {
    guard let healthCheckID else { return "" }
    let name = world.healthCheck(HealthCheckID(healthCheckID))?.name ?? ""
    let isClear = !name.isEmpty && world.healthChecks(named: name).count == 1
    return " --health-check \(quoted(isClear ? name : healthCheckID))"
  }
}
