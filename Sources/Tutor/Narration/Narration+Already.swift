import CafeWorld
import Terminal

extension Narration {
  /// What is to be said of a command that asks for what is so already, which AWS takes without a
  /// word; nil: it is not so.
  static func already(_ command: Command, in world: World) -> String? {
    switch command {
    case .subscribe(let arn, let endpoint):
      guard let topic = world.topic(arn),
        let subscription = topic.subscriptions.first(where: { $0.endpoint == endpoint })
      else { return nil }
      return subscription.isConfirmed
        ? "\(endpoint) reads \(topic.name) already; nothing has changed."
        : "\(endpoint) has been asked already and has not confirmed. The mail goes out once more."
    case .confirmSubscription(let number):
      guard case .confirmation(let arn, let id)? = world.mail(number)?.content,
        let topic = world.topic(arn),
        topic.subscriptions.contains(where: { $0.id == id && $0.isConfirmed })
      else { return nil }
      return
        "\(world.mail(number)?.recipient ?? "") has confirmed already and reads \(topic.name); "
        + "nothing has changed."
    case .startInstance(let id), .stopInstance(let id), .terminateInstance(let id):
      guard let instance = world.instance(id), (try? world.decide(command))?.isEmpty == true
      else { return nil }
      let state = instance.state.rawValue
      return "\(instance.name) is \(state) already; nothing has changed."
    case .healEverything:
      return (try? world.decide(command))?.isEmpty == true ? "Nothing is broken." : nil
    default: return nil
    }
  }
}
