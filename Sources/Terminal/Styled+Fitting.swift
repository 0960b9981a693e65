extension Styled {
  /// These lines filled with spaces to `width` columns; wider ones stay as they are.
  public func padded(to width: Int, _ alignment: Alignment = .left) -> Styled {
    lines.map { (line: Styled) in
      let space: Int = max(0, width - displayWidth(of: line.text))
      let before: Int =
        switch alignment {
        case .left: 0
        case .right: space
        case .centre: space / 2
        }
      return Styled(spaces(before)) + line + Styled(spaces(space - before))
    }.joined()
  }

  /// These lines cut to `width` columns, with `ellipsis` in place of what is missing.
  public func truncated(to width: Int, ellipsis: String = "…") -> Styled {
    lines.map { $0.lineTruncated(to: width, ellipsis: ellipsis) }.joined()
  }

  private func lineTruncated(to width: Int, ellipsis: String) -> Styled {
    let all: [Glyph] = glyphs
    guard all.columns > width else { return self }
    let mark: Styled = Styled(ellipsis)
    let room: Int = width - mark.width
    guard room >= 0 else { return Styled(glyphs: all.prefix(columns: width)) }
    let kept: [Glyph] = all.prefix(columns: room)
    return Styled(glyphs: kept) + mark.over(kept.last?.style ?? .plain)
  }

  /// The lines of this text, broken at spaces to at most `width` columns.
  ///
  /// A word that is wider than a line is broken where the line ends. What can be typed stays
  /// together unless it is long. Continued lines begin with `hanging`, which must leave room for at
  /// least two columns.
  public func wrapped(to width: Int, hanging: Styled = Styled()) -> [Styled] {
    let room: Int = max(2, width)
    return lines.flatMap { (line: Styled) -> [Styled] in
      if displayWidth(of: line.text) <= room { return [line] }
      var wrapping: Wrapping = Wrapping(width: room, hanging: hanging.glyphs)
      let glyphs: [Glyph] = line.glyphs
      wrapping.add(glyphs, joints: glyphs.joints(width: room))
      return wrapping.finished()
    }
  }
}

extension [Glyph] {
  /// Whether a line may end at each glyph: at spaces, but not at those of a command that takes up
  /// to half of the width.
  func joints(width: Int) -> [Bool] {
    var joints: [Bool] = map { $0.character == " " }
    for command: Range<Int> in commands where self[command].columns <= width / 2 {
      for place: Int in command { joints[place] = false }
    }
    return joints
  }

  /// What stands between two backquotes, or in the style of commands.
  private var commands: [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for (place, glyph) in enumerated() {
      let isQuote: Bool = glyph.character == "`"
      let isStyled: Bool = glyph.style.ink == .command
      if let first: Int = start {
        let isQuoted: Bool = self[first].character == "`"
        guard isQuoted ? isQuote : !isStyled else { continue }
        found.append(first..<place)
        start = nil
      } else if isQuote || isStyled {
        start = place
      }
    }
    guard let first: Int = start, self[first].character != "`" else { return found }
    return found + [first..<count]
  }

  /// As many leading glyphs as fit into `width` columns.
  func prefix(columns width: Int) -> [Glyph] {
    var used: Int = 0
    return Array(
      prefix { (glyph: Glyph) in
        used += glyph.width
        return used <= width
      }
    )
  }
}

func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
