/// The regions of AWS that latency record sets and VPCs name.
public enum AwsRegion {
  /// In the order of the service's list (`M:ResourceRecordSetRegion`).
  public static let all: [String] = [
    "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "eu-west-1", "eu-west-2",
    "eu-west-3", "eu-central-1", "eu-central-2", "ap-southeast-1", "ap-southeast-2",
    "ap-southeast-3", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "eu-north-1",
    "sa-east-1", "cn-north-1", "cn-northwest-1", "ap-east-1", "me-south-1", "me-central-1",
    "ap-south-1", "ap-south-2", "af-south-1", "eu-south-1", "eu-south-2", "ap-southeast-4",
    "il-central-1", "ca-west-1", "ap-southeast-5", "mx-central-1", "ap-southeast-7",
    "us-gov-east-1", "us-gov-west-1", "ap-east-2", "ap-southeast-6", "eusc-de-east-1",
  ]
}
