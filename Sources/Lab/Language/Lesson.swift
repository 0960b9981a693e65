public import CafeWorld

/// One lesson as its file tells it, for one variant of its variables.
public struct Lesson: Hashable, Sendable {
  public let front: FrontMatter
  /// How the world begins.
  public let scene: Scene
  /// SHA-256 of the file, in hexadecimal: what an attempt records beside the ids.
  public let hash: String
  public let variables: [Variable]
  /// Which of the variants this is, from 0.
  public let variant: Int
  /// What stands before the first step.
  public let preamble: [Block]
  public let steps: [Step]

  public var id: String { front.lesson }
  /// What each of the variables is in this variant, in their order.
  public var values: [String] {
    let chosen = Variables(variables, variant: variant)
    return variables.map { chosen[$0.name] ?? "" }
  }

  public var variants: Int { Self.variants(of: variables) }

  public subscript(step id: String) -> Step? { steps.first { $0.id == id } }

  static func variants(of variables: [Variable]) -> Int {
    variables.reduce(1) { product, variable in
      min(product * max(1, variable.values.count), LessonLimits.variants + 1)
    }
  }
}

/// One piece of a step in the order of the file.
///
/// A fence is found again by its kind and name.
public enum Block: Hashable, Sendable {
  case prose(Template)
  case figure(Figure)
  case fence(FenceKind, name: String?)
}

/// A picture that stands on a line of its own; the path begins below `Assets/`.
public struct Figure: Hashable, Sendable {
  public let text: String
  public let path: String
  public let position: SourcePosition

  /// The path of its text form, which a terminal shows.
  public var textPath: String { Self.textPath(of: path) }

  /// The same for the path of any picture.
  public static func textPath(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let kind = name.lastIndex(of: ".").map { name[$0...] } ?? ""
    return path.dropLast(kind.count) + ".txt"
  }
}
