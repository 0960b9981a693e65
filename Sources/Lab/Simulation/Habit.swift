import CafeWorld

/// One kind of thing that a random learner does, possible or not.
///
/// A new kind of command is one more row of a table below.
struct Habit: Sendable {
  let name: String
  let draw: @Sendable (inout Draws, World) -> Command

  init(_ name: String, _ draw: @escaping @Sendable (inout Draws, World) -> Command) {
    self.name = name
    self.draw = draw
  }

  static let all: [Habit] =
    faults + instances + addresses + healthChecks + routingControls + services + records + zones
    + alerts + people
}
