public import DNS

extension HostedZone {
  /// The name of a new zone, or why Amazon has none of it (`CP:hostedzone-name-charset`,
  /// `CP:hostedzone-name-label-63`, `CP:hostedzone-name-wildcard-label`, `CP:hostedzone-name-tld`).
  public static func newName(_ text: String) throws(ServiceError) -> DomainName {
    let name: DomainName
    do { name = try DomainName(text) } catch {
      throw .invalidDomainName(error.fatalProblem(in: text))
    }
    guard !name.isWildcard else {
      throw .invalidDomainName(
        "Creation of hosted zone with a wildcard domain name is not supported."
      )
    }
    guard name.labelCount > 1 else { throw .invalidDomainName("\(name) is reserved by AWS!") }
    return name
  }
}

extension ServiceError {
  static func invalidDomainName(_ message: String) -> ServiceError {
    ServiceError(code: "InvalidDomainName", status: 400, messages: [message])
  }
}
