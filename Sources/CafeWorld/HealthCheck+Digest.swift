import DNS
import Route53

extension HealthCheck {
  /// What is not as it was before there were other kinds counts only where it is used, so that the
  /// digests of old journals hold.
  func add(to print: inout Fingerprint) {
    print.add(id.text)
    print.add(name)
    print.add(version)
    print.add(settings.ipAddress)
    print.add(settings.fullyQualifiedDomainName)
    print.add(settings.port)
    print.add(settings.resourcePath)
    print.add(settings.kind.rawValue)
    print.add(settings.requestInterval)
    print.add(settings.failureThreshold)
    print.add(settings.inverted)
    print.add(settings.disabled)
    addExtras(to: &print)
    print.add(status.rawValue)
    print.add(servedStatus.rawValue)
    print.add(statusSince)
    print.add(createdAt)
    print.add(callerReference)
    print.add(lastUnhealthyUntil)
    print.add(pushes.count)
    for push in pushes {
      print.add(push.at)
      print.add(push.status.rawValue)
    }
    for checker in checkers { checker.add(to: &print) }
  }

  private func addExtras(to print: inout Fingerprint) {
    let texts: [String?] = [
      settings.searchString, settings.measuresLatency.map { "\($0)" },
      settings.enablesSNI.map { "\($0)" }, settings.regions?.joined(separator: ","),
      settings.healthThreshold.map { "\($0)" },
      settings.childHealthChecks?.map(\.text).joined(separator: ","),
      settings.alarmIdentifier.map { $0.region + " " + $0.name },
      settings.insufficientDataStatus?.rawValue, settings.routingControlARN,
      lastKnown?.rawValue, settings.lookedUpName == nil ? nil : target?.description,
    ]
    for (index, text) in texts.enumerated() {
      guard let text else { continue }
      print.add(index)
      print.add(text)
    }
    if settings.kind == .cloudWatchMetric { print.add(dataState.rawValue) }
    for retirement in retirements {
      print.add(retirement.at)
      print.add(retirement.region)
    }
    if let followed { followed.add(to: &print) }
    for tag in otherTags {
      print.add(tag.key)
      print.add(tag.value)
    }
  }
}
