public import DNS

extension RecordType {
  /// The types of which a query of type ANY gets the first that the name has.
  public static var triedForAny: [RecordType] { Decisions.typesForAny }
}
