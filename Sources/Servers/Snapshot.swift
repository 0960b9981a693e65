public import CafeWorld

/// A world at one moment.
public struct Snapshot: Sendable {
  /// Another one whenever an answer of the world's DNS could be another.
  public let generation: UInt64
  public let world: World

  public init(generation: UInt64, world: World) {
    self.generation = generation
    self.world = world
  }
}
