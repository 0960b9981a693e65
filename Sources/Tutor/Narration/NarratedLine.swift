public import CafeWorld
import DNS
public import Terminal

/// One line of what happened: when, the sentence, and where it stands among the events.
public struct NarratedLine: Sendable, Equatable {
  public let at: Instant
  public let text: Styled
  /// The number of the event that is told, the last one where several are told together.
  public let number: Int
  /// The number of the event that brought it about, if any.
  public let cause: Int?
  /// From when it is told: another day than this is named.
  var seenFrom: Instant? = nil
  /// The name of which it says where it leads now; nil: it tells of something else.
  var leads: DomainName? = nil
}
