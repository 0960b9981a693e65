import Route53

extension World {
  mutating func applyNotification(_ event: Event) {
    switch event.fact {
    case .topicCreated(let name):
      topics.append(Topic(name: name))
      created += 1
    case .topicDeleted(let arn): topics.removeAll { $0.arn == arn }
    case .subscriptionRequested(let topic, let id, let endpoint):
      change(topic: topic) {
        $0.subscriptions.append(Subscription(id: id, endpoint: endpoint, requestedAt: event.at))
      }
      created += 1
    case .subscriptionConfirmed(let topic, let id, _):
      change(topic: topic) { $0.confirm(id) }
    case .subscriptionEnded(let topic, let id, _):
      change(topic: topic) { $0.subscriptions.removeAll { $0.id == id } }
    case .alarmPut(let settings): put(settings, event)
    case .alarmDeleted(let name): alarms.removeAll { $0.name == name }
    case .alarmTurned(let name, _, let state, let reason):
      change(alarm: name) {
        $0.state = state
        $0.stateSince = event.at
        $0.reason = reason
        if case .set = reason { $0.putBy = event.number }
      }
    case .mailDelivered(let mail): mails.append(mail)
    case .mailRead(let number):
      if let index = mails.firstIndex(where: { $0.number == number }) {
        mails[index].isRead = true
      }
    case .messagePublished, .notificationUndelivered: break
    default: preconditionFailure("not a fact about notifications")
    }
  }

  /// PutMetricAlarm on a name that exists replaces the settings and keeps the state.
  private mutating func put(_ settings: AlarmSettings, _ event: Event) {
    let old = alarms.first { $0.name == settings.name }
    var new = Alarm(
      settings: settings,
      stateSince: old?.stateSince ?? event.at,
      createdAt: old?.createdAt ?? event.at,
      updatedAt: event.at,
      putBy: event.number
    )
    if let old { (new.state, new.reason) = (old.state, old.reason) }
    if let index = alarms.firstIndex(where: { $0.name == settings.name }) {
      alarms[index] = new
    } else {
      alarms.append(new)
    }
  }

  private mutating func change(topic arn: String, _ body: (inout Topic) -> Void) {
    guard let index = topics.firstIndex(where: { $0.arn == arn }) else { return }
    body(&topics[index])
  }

  private mutating func change(alarm name: String, _ body: (inout Alarm) -> Void) {
    guard let index = alarms.firstIndex(where: { $0.name == name }) else { return }
    body(&alarms[index])
  }
}

extension Topic {
  fileprivate mutating func confirm(_ id: String) {
    guard let index = subscriptions.firstIndex(where: { $0.id == id }) else { return }
    subscriptions[index].isConfirmed = true
  }
}
