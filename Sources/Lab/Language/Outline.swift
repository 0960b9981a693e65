/// A lesson file cut into steps, and each step into prose, figures and fences, none of them read
/// yet.
struct Outline {
  var preamble: [Piece] = []
  var steps: [Section] = []

  struct Section {
    let heading: SourceLine
    let title: SourceLine
    let id: SourceLine?
    var pieces: [Piece] = []
  }

  enum Piece {
    case prose([SourceLine])
    case figure(SourceLine)
    case fence(Fence)
  }

  struct Fence {
    let kind: FenceKind
    let name: SourceLine?
    let opening: SourceLine
    var lines: [SourceLine] = []
  }

  var fences: [Fence] { (preamble + steps.flatMap(\.pieces)).compactMap(\.fence) }
}

extension Outline.Piece {
  var fence: Outline.Fence? { if case .fence(let fence) = self { fence } else { nil } }
}

extension Outline.Section {
  func fences(_ kind: FenceKind) -> [Outline.Fence] {
    pieces.compactMap { piece in
      guard case .fence(let fence) = piece, fence.kind == kind else { return nil }
      return fence
    }
  }
}
