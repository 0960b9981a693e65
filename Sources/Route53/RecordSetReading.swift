import DNS

/// A requested record set as far as it can be understood by itself.
enum RecordSetReading {
  case understood(ResourceRecordSet)
  /// Route 53's texts for everything that is wrong.
  case refused([String])

  static let valuesMax = 400

  /// Reads a request whose shape `BatchShape` has accepted.
  init(_ request: RecordSetRequest) {
    guard let type = RecordType(rawValue: request.type) else {
      preconditionFailure("a record type was not checked: \(request.type)")
    }
    var faults: [String] = []
    let name = Self.name(request.name, &faults)
    let values = Self.values(request.values, type: type, &faults)
    if values.count > Self.valuesMax {
      faults.append(ChangeText.tooManyValues(limit: Self.valuesMax))
    }
    guard faults.isEmpty, let name else {
      self = .refused(faults)
      return
    }
    self = .understood(
      ResourceRecordSet(
        name: name,
        type: type,
        setIdentifier: request.setIdentifier,
        routing: request.failover.flatMap(FailoverRole.init).map(Routing.failover) ?? .simple,
        ttl: request.ttl,
        values: values,
        healthCheckID: request.healthCheckID.map { HealthCheckID($0) }
      )
    )
  }

  private static func name(_ text: String, _ faults: inout [String]) -> DomainName? {
    do throws(DomainNameError) {
      return try DomainName(text)
    } catch {
      faults.append(error.fatalProblem(in: text))
      return nil
    }
  }

  private static func values(
    _ texts: [String],
    type: RecordType,
    _ faults: inout [String]
  ) -> [RecordData] {
    var values: [RecordData] = []
    var seen: Set<RecordData> = []
    for text in texts {
      do throws(RecordDataError) {
        let value = try RecordData(text, type: type)
        if !seen.insert(value).inserted { faults.append(ChangeText.duplicateValue(value)) }
        values.append(value)
      } catch {
        faults.append(error.text(type: type, value: text))
      }
    }
    return values
  }
}
