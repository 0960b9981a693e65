import CafeWorld
import DNS
import Testing

@testable import Commands

struct `aws ec2` {
  @Test func `stops an instance, once`() throws {
    var cafe = AwsCafe()
    let id = cafe.instances[0].id.text
    let line = "ec2 stop-instances --instance-ids \(id)"
    #expect(try cafe.aws(line) == Self.change("Stopping", id, (64, "stopping"), (16, "running")))
    #expect(try cafe.aws(line) == Self.change("Stopping", id, (64, "stopping"), (64, "stopping")))
    #expect(
      try cafe.aws("ec2 start-instances --instance-ids \(id)")
        == "An error occurred (IncorrectInstanceState) when calling the StartInstances operation: "
        + "The instance '\(id)' is not in a state from which it can be started."
    )
    try cafe.world.perform(.wait(.minute))
    #expect(
      try cafe.aws("ec2 start-instances --instance-ids \(id)")
        == Self.change("Starting", id, (0, "pending"), (80, "stopped"))
    )
  }

  static func change(
    _ key: String,
    _ id: String,
    _ now: (Int, String),
    _ then: (Int, String)
  ) -> String {
    """
    {
        "\(key)Instances": [
            {
                "InstanceId": "\(id)",
                "CurrentState": {
                    "Code": \(now.0),
                    "Name": "\(now.1)"
                },
                "PreviousState": {
                    "Code": \(then.0),
                    "Name": "\(then.1)"
                }
            }
        ]
    }
    """
  }

  @Test func `changes all instances of a line or none`() throws {
    var cafe = AwsCafe()
    let ids = cafe.instances.map(\.id.text)
    #expect(
      cafe.message("ec2 stop-instances --instance-ids \(ids[0]) i-0123456789abcdef0")
        == "An error occurred (InvalidInstanceID.NotFound) when calling the StopInstances "
        + "operation: The instance ID 'i-0123456789abcdef0' does not exist"
    )
    #expect(cafe.instances.allSatisfy { $0.state == .running })
    #expect(
      try cafe.commands(#"ec2 stop-instances --instance-ids '["\#(ids[0])", "\#(ids[1])"]'"#)
        == cafe.instances.map { .stopInstance($0.id) }
    )
    #expect(try cafe.aws("ec2 reboot-instances --instance-ids \(ids[0])") == "")
  }

  @Test func `describes instances`() throws {
    var cafe = AwsCafe()
    let all = try JSONReader.value(of: try cafe.aws("ec2 describe-instances"))
    #expect(all["Reservations"]?.elements.count == 2)
    let line = "ec2 describe-instances --filters Name=tag:Name,Values=CafeInstance1"
    let found = try JSONReader.value(of: try cafe.aws(line))
    let reservation = try #require(found["Reservations"]?.elements.first)
    #expect(found["Reservations"]?.elements.count == 1)
    let instance = try #require(reservation["Instances"]?.elements.first)
    #expect(instance["InstanceId"]?.text == cafe.instances[0].id.text)
    #expect(instance["Placement"]?["AvailabilityZone"] == "us-west-2a")
    #expect(instance["PublicIpAddress"]?.text == cafe.instances[0].publicAddress?.description)
    #expect(instance["State"]?["Name"] == "running")
  }

  @Test(arguments: [
    ("Name=tag:Name,Values=Cafe*", 2), ("Name=tag:Name,Values=*1,*2", 2),
    ("Name=tag:Name,Values=CafeInstance?", 2), ("Name=tag:Name,Values=cafeinstance1", 0),
    ("Name=availability-zone,Values=us-west-2b", 1),
    ("Name=instance-state-name,Values=stopped,terminated", 0),
    (
      "Name=tag:Name,Values=CafeInstance1 Name=availability-zone,Values=us-west-2b", 0
    ),
  ])
  func `filters them as EC2 does`(filters: String, count: Int) throws {
    var cafe = AwsCafe()
    let found = try JSONReader.value(
      of: try cafe.aws("ec2 describe-instances --filters \(filters)")
    )
    #expect(found["Reservations"]?.elements.count == count)
  }

  @Test func `describes a terminated instance for an hour`() throws {
    var cafe = AwsCafe()
    let id = cafe.instances[0].id
    try cafe.world.perform(.terminateInstance(id))
    try cafe.world.perform(.wait(.minute))
    let line = "ec2 describe-instances --instance-ids \(id)"
    let found = try JSONReader.value(of: try cafe.aws(line))
    let instance = found["Reservations"]?.elements.first?["Instances"]?.elements.first
    #expect(instance?["State"]?["Name"] == "terminated")
    try cafe.world.perform(.wait(.hour))
    #expect(cafe.message(line).contains("The instance ID '\(id)' does not exist"))
    for verb in ["start", "stop", "reboot", "terminate"] {
      let refused = cafe.message("ec2 \(verb)-instances --instance-ids \(id)")
      #expect(refused.contains("(InvalidInstanceID.NotFound)"), "\(refused)")
    }
    let named = cafe.message("ec2 describe-instances --instance-ids CafeInstance1")
    #expect(named.contains("(InvalidInstanceID.Malformed)"), "\(named)")
    let all = try JSONReader.value(of: try cafe.aws("ec2 describe-instances"))
    #expect(all["Reservations"]?.elements.count == 1)
  }

  @Test func `reports the status checks of running instances`() throws {
    var cafe = AwsCafe()
    try cafe.world.perform(.kill(cafe.instances[0].id))
    try cafe.world.perform(.stopInstance(cafe.instances[1].id))
    let line = "ec2 describe-instance-status"
    let id = cafe.instances[0].id.text
    let summary = """
      {
                      "Details": [
                          {
                              "Name": "reachability",
                              "Status": "failed"
                          }
                      ],
                      "Status": "impaired"
                  }
      """
    #expect(
      try cafe.aws(line) == """
        {
            "InstanceStatuses": [
                {
                    "AvailabilityZone": "us-west-2a",
                    "InstanceId": "\(id)",
                    "InstanceState": {
                        "Code": 16,
                        "Name": "running"
                    },
                    "InstanceStatus": \(summary),
                    "SystemStatus": \(summary)
                }
            ]
        }
        """
    )
    #expect(try cafe.aws(line + " --include-all-instances").contains("not-applicable"))
  }

  @Test func `moves an Elastic IP about`() throws {
    var cafe = AwsCafe()
    let allocated = try JSONReader.value(of: try cafe.aws("ec2 allocate-address --domain vpc"))
    let id = try #require(allocated["AllocationId"]?.text)
    let address = try #require(allocated["PublicIp"]?.text)
    let instances = cafe.instances.map(\.id.text)
    let associate = "ec2 associate-address --allocation-id \(id) --instance-id "
    let first = try JSONReader.value(of: try cafe.aws(associate + instances[0]))
    let association = try #require(first["AssociationId"]?.text)
    #expect(association.hasPrefix("eipassoc-0"))
    #expect(cafe.instances[0].publicAddress?.description == address)
    #expect(try cafe.commands(associate + instances[0]) == [])
    #expect(
      cafe.message(associate + instances[1] + " --no-allow-reassociation")
        == "An error occurred (Resource.AlreadyAssociated) when calling the AssociateAddress "
        + "operation: resource \(id) is already associated with associate-id \(association)"
    )
    #expect(
      try cafe.aws("ec2 release-address --allocation-id \(id)").hasPrefix(
        "An error occurred (InvalidIPAddress.InUse) when calling the ReleaseAddress operation"
      )
    )
    #expect(
      try cafe.aws("ec2 describe-addresses --public-ips \(address)") == """
        {
            "Addresses": [
                {
                    "AllocationId": "\(id)",
                    "AssociationId": "\(association)",
                    "Domain": "vpc",
                    "PrivateIpAddress": "\(cafe.instances[0].privateAddress)",
                    "PublicIpv4Pool": "amazon",
                    "NetworkBorderGroup": "us-west-2",
                    "InstanceId": "\(instances[0])",
                    "PublicIp": "\(address)"
                }
            ]
        }
        """
    )
    #expect(try cafe.aws("ec2 disassociate-address --association-id \(association)") == "")
    #expect(try cafe.aws("ec2 release-address --public-ip \(address)") == "")
    #expect(cafe.world.elasticAddresses.isEmpty)
  }

  @Test(arguments: [
    ("describe-instances --instance-ids CafeInstance1", "the AWS CLI does not take names here"),
    ("describe-instances --instance-ids i-0123456789abcdef0", "(InvalidInstanceID.NotFound)"),
    ("stop-instances --instance-ids nothing", "(InvalidInstanceID.Malformed)"),
    ("release-address --allocation-id eipalloc-1", "(InvalidAllocationID.NotFound)"),
    ("release-address", "(MissingParameter)"),
    ("disassociate-address --association-id eipassoc-1", "(InvalidAssociationID.NotFound)"),
    ("describe-addresses --public-ips 1.2.3.4", "(InvalidAddress.NotFound)"),
    ("describe-instances --filters Name=colour,Values=x", "The filter 'colour' is invalid"),
    ("describe-instances --filters Name=tag:Name", "The filter 'tag:Name' has no values"),
  ])
  func `is refused with EC2's own codes`(line: String, part: String) {
    #expect(AwsCafe().message("ec2 " + line).contains(part))
  }

  @Test func `keeps an account to five Elastic IPs`() throws {
    var cafe = AwsCafe()
    for _ in 1...5 { _ = try cafe.aws("ec2 allocate-address") }
    #expect(
      try cafe.aws("ec2 allocate-address")
        == "An error occurred (AddressLimitExceeded) when calling the AllocateAddress operation: "
        + "The maximum number of addresses has been reached."
    )
  }
}
