/// The lists whose elements have ids, with which their pages begin (`M:ListHealthChecks`).
public enum MarkedList {
  /// Whether a page may begin at the element with the id `marker`, and have so many elements.
  ///
  /// `kind`: what is listed, for the sentence.
  public static func check(
    marker: String?,
    among ids: [String],
    of kind: String,
    maxItems: Int?
  ) throws(ServiceError) {
    if let maxItems, maxItems < 1 { throw .invalidInput([Decisions.pageOfNothing(maxItems)]) }
    guard let marker, !ids.contains(marker) else { return }
    throw .invalidInput([Decisions.unknownMarker(marker, of: kind)])
  }
}
