import ArgumentParser
import DNS

/// Where real requests of health checks may go.
struct ProbeOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: "Where health checks of your own servers may go, besides this machine: a CIDR block.",
    transform: Self.block
  )
  var allowProbes: [AddressBlock] = []

  private static func block(_ text: String) throws -> AddressBlock {
    if let block = AddressBlock(text) { return block }
    throw ValidationError("\(text) is no CIDR block such as 10.0.0.0/24.")
  }
}
