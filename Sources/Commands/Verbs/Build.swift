/// Verbs that build at Route 53, CloudWatch, SNS and EC2.
enum Build {
  static let verbs: [VerbEntry] = [
    VerbEntry(.build, CreateHealthCheck.self, create), VerbEntry(.build, CreateRecord.self, create),
    VerbEntry(.build, CreateTopic.self, create), VerbEntry(.build, CreateAlarm.self, create),
    VerbEntry(.build, CreateHostedZone.self, create),
    VerbEntry(.build, CreateDelegationSet.self, create),
    VerbEntry(.build, CreateCidrCollection.self, create),
    VerbEntry(.build, CreateRoutingControl.self, create),
    VerbEntry(.build, CreateResource.self, create),
    VerbEntry(.build, CreateInstance.self, create),
    VerbEntry(.build, UpdateHealthCheck.self, change),
    VerbEntry(.build, UpdateRecord.self, change), VerbEntry(.build, UpdateAlarm.self, change),
    VerbEntry(.build, UpdateHostedZone.self, change),
    VerbEntry(.build, UpdateCidrCollection.self, change),
    VerbEntry(.build, DeleteHealthCheck.self, change),
    VerbEntry(.build, DeleteRecord.self, change), VerbEntry(.build, DeleteTopic.self, change),
    VerbEntry(.build, DeleteAlarm.self, change), VerbEntry(.build, DeleteHostedZone.self, change),
    VerbEntry(.build, DeleteDelegationSet.self, change),
    VerbEntry(.build, DeleteCidrCollection.self, change),
    VerbEntry(.build, DeleteSubscription.self, change),
    VerbEntry(.build, Tagging.self, change), VerbEntry(.build, Untagging.self, change),
    VerbEntry(.build, AttachHealthCheck.self, attach),
    VerbEntry(.build, DetachHealthCheck.self, attach), VerbEntry(.build, Detach.self, attach),
    VerbEntry(.build, Subscribe.self, mail), VerbEntry(.build, Confirm.self, mail),
    VerbEntry(.build, AllocateAddress.self, address),
    VerbEntry(.build, AssociateAddress.self, address),
    VerbEntry(.build, ReleaseAddress.self, address),
    VerbEntry(.build, DisassociateAddress.self, ""),
    VerbEntry(.build, OpenBatch.self, batch), VerbEntry(.build, Commit.self, batch),
    VerbEntry(.build, Discard.self, batch),
    VerbEntry(.build, ChangeBatchFile.self, "change records by a file in AWS's JSON"),
  ]

  private static let create = "a health-check, record, topic, alarm, hosted-zone, …"
  private static let change = "change or remove what there is"
  private static let attach = "give a record a health check, or take it away"
  private static let mail = "have mail sent to somebody; agree to get it"
  private static let address = "Elastic IP addresses: `allocate address`"
  private static let batch = "make several record changes one change batch"
}
