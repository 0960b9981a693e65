/// Where text stands in a wider space.
public enum Alignment: Sendable, Equatable {
  case left, right, centre
}
