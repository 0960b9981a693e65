extension Rehearsal {
  mutating func createTopic(_ name: String) throws(Rejection) {
    let allowed = name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || (48...57).contains(byte)
        || (65...90).contains(byte) || (97...122).contains(byte)
    }
    guard allowed, (1...256).contains(name.utf8.count) else {
      throw .badValue(
        option: "topic name",
        value: name,
        allowed: "1 to 256 letters, digits, hyphens and underscores"
      )
    }
    // SNSM: CreateTopic is idempotent.
    guard !world.topics.contains(where: { $0.name == name }) else { return }
    happen(.topicCreated(name))
  }

  mutating func deleteTopic(_ arn: String) throws(Rejection) {
    guard world.topics.contains(where: { $0.arn == arn }) else { throw .unknown(.topic, arn) }
    happen(.topicDeleted(arn: arn))
  }

  mutating func subscribe(_ arn: String, _ endpoint: String) throws(Rejection) {
    guard let topic = world.topic(arn) else { throw .unknown(.topic, arn) }
    guard let address = world.administrator(endpoint)?.address else {
      throw .unknown(.mailbox, endpoint)
    }
    let known = topic.subscriptions.first { $0.endpoint == address }
    if let known, known.isConfirmed { return }
    if let known {
      // SNS sends another confirmation mail for a subscription that is still pending.
      deliver(to: address, .confirmation(topic: topic.arn, subscription: known.id), because: nil)
      return
    }
    happen(.subscriptionRequested(topic: topic.arn, id: world.uuid(4), endpoint: address))
  }

  mutating func confirm(mail number: Int) throws(Rejection) {
    guard let mail = world.mail(number) else { throw .unknown(.mail, String(number)) }
    guard case .confirmation(let arn, let id) = mail.content else {
      throw .notAConfirmation(mail: number)
    }
    guard let topic = world.topic(arn) else { throw .unknown(.topic, arn) }
    guard let subscription = topic.subscriptions.first(where: { $0.id == id }) else {
      throw .unknown(.subscription, mail.recipient)
    }
    guard world.now - mail.at <= Subscription.tokenLife else { throw .linkExpired(mail: number) }
    if !mail.isRead { happen(.mailRead(number)) }
    guard !subscription.isConfirmed else { return }
    happen(.subscriptionConfirmed(topic: arn, id: id, endpoint: subscription.endpoint))
  }

  mutating func unsubscribe(_ arn: String, _ endpoint: String) throws(Rejection) {
    guard let topic = world.topic(arn) else { throw .unknown(.topic, arn) }
    let address = world.administrator(endpoint)?.address ?? endpoint
    guard let found = topic.subscriptions.first(where: { $0.endpoint == address }) else {
      throw .unknown(.subscription, endpoint)
    }
    happen(.subscriptionEnded(topic: topic.arn, id: found.id, endpoint: address))
  }

  mutating func publish(
    _ arn: String,
    _ subject: String?,
    _ message: String
  ) throws(Rejection) {
    guard let topic = world.topic(arn) else { throw .unknown(.topic, arn) }
    let cause = happen(.messagePublished(topic: topic.arn, subject: subject))
    for subscription in topic.subscriptions where subscription.isConfirmed {
      let content = Mail.Content.message(
        topic: topic.arn,
        subscription: subscription.id,
        subject: subject,
        body: message
      )
      deliver(to: subscription.endpoint, content, because: cause)
    }
  }

  mutating func putAlarm(_ settings: AlarmSettings) throws(Rejection) {
    guard (1...255).contains(settings.name.count) else {
      throw .badValue(option: "alarm name", value: settings.name, allowed: "1 to 255 characters")
    }
    let actions = settings.alarmActions + settings.okActions + settings.insufficientDataActions
    for arn in actions where world.topic(arn) == nil { throw .unknown(.topic, arn) }
    if let fault = settings.effectiveRule.fault() {
      throw .badValue(option: fault.option, value: fault.value, allowed: fault.allowed)
    }
    happen(.alarmPut(settings))
  }

  mutating func deleteAlarm(_ name: String) throws(Rejection) {
    guard world.alarms.contains(where: { $0.name == name }) else { throw .unknown(.alarm, name) }
    happen(.alarmDeleted(name))
  }

  /// Carries out the actions of the new state, as any change does; the state that it has is no
  /// change (CWM: SetAlarmState).
  mutating func setAlarmState(
    _ name: String,
    _ state: AlarmState,
    _ reason: String
  ) throws(Rejection) {
    guard let alarm = world.alarms.first(where: { $0.name == name }) else {
      throw .unknown(.alarm, name)
    }
    guard reason.count <= AlarmReason.longest else {
      throw .badValue(
        option: "state reason",
        value: String(reason.prefix(20)) + "…",
        allowed: "up to \(AlarmReason.longest) characters"
      )
    }
    guard alarm.state != state else { return }
    happen(.alarmTurned(name, from: alarm.state, to: state, .set(reason)))
  }

  mutating func readMail(_ number: Int) throws(Rejection) {
    guard world.mail(number) != nil else { throw .unknown(.mail, String(number)) }
    happen(.mailRead(number))
  }
}
