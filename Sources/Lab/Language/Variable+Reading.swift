extension Variable {
  /// The variables of every `vars` fence of a lesson.
  static func read(_ fences: [Outline.Fence], _ log: inout DiagnosticLog) -> [Variable] {
    var variables: [Variable] = []
    var seen = SeenNames()
    for fence in fences {
      let lines = fence.content.filter { !$0.isBlank }
      if lines.isEmpty { log.add(.emptyFence(.vars), at: fence.opening.position) }
      for line in lines {
        guard let variable = read(line, &seen, &log) else { continue }
        variables.append(variable)
        if Lesson.variants(of: variables) > LessonLimits.variants {
          log.add(.tooManyVariants(limit: LessonLimits.variants), at: line.position)
          variables.removeLast()
        }
      }
    }
    return variables
  }

  private static func read(
    _ line: SourceLine,
    _ seen: inout SeenNames,
    _ log: inout DiagnosticLog
  ) -> Variable? {
    guard let parts = line.split(at: "="), !line.isIndented else {
      log.add(.badVariable, at: line.trimmed().position)
      return nil
    }
    let name = parts.before.trimmed()
    let values = parts.after.list(separator: UInt8(ascii: "|")).map(\.string)
    guard seen.admit(name, &log) else { return nil }
    guard values.allSatisfy({ !$0.isEmpty && $0[...].range(of: "${") == nil }) else {
      log.add(.badVariable, at: parts.after.trimmed().position)
      return nil
    }
    return Variable(name: name.string, values: values)
  }
}

extension Variables {
  init(_ variables: [Variable], variant: Int) {
    self.init()
    var rest = variant
    var chosen: [(name: String, value: String)] = []
    for variable in variables.reversed() {
      chosen.append((variable.name, variable.values[rest % variable.values.count]))
      rest /= variable.values.count
    }
    for (name, value) in chosen.reversed() { set(name, to: value) }
  }
}
