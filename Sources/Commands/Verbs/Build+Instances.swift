import ArgumentParser
import CafeWorld

extension Build {
  struct CreateInstance: WordVerb {
    static let configuration = CommandConfiguration(
      "create instance",
      "Makes a web server, or gives a name to one that really runs outside the café.",
      """
      With an endpoint, health checks of the instance's address make real HTTP and TCP requests \
      there, by the clock, while the café is live. So you can rehearse the failover of your own \
      servers.
      """,
      example: "create instance MyServer --endpoint 127.0.0.1:8081"
    )

    @Argument(help: "What it shall be called.") var name: String
    @Option(
      help: .init(
        "Its Availability Zone; the first of the region if not given.",
        valueName: "zone"
      ),
      completion: .list(["@availability-zone"])
    )
    var zone: String?
    @Option(help: .init("Where it really runs: an address and a port.", valueName: "address:port"))
    var endpoint: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      if context.world.instance(name) != nil { throw .nameTaken(.instance, name) }
      let outside = try endpoint.map { text throws(CommandError) -> Outside in
        guard let outside = Outside(text) else {
          throw .badValue(
            option: "--endpoint",
            value: text,
            allowed: "an IPv4 address and a port, such as 127.0.0.1:8081",
            near: []
          )
        }
        return outside
      }
      let place = zone ?? context.world.region + "a"
      return .change(
        [.createInstance(name: name, zone: place, outside: outside)],
        showing: .events
      )
    }
  }
}
