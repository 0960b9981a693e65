public import CafeWorld
import Yams

/// What became of a scene's file: a scene if nothing is wrong with it, else every finding at once.
public struct SceneReading: Sendable {
  public let scene: Scene?
  /// In the order of the file.
  public let diagnostics: [Diagnostic]

  static let format = 1

  /// Reads the bytes of a `.scene.yaml` file.
  ///
  /// `name`: what the file is named, without its suffix; the scene must call itself the same.
  public init(_ bytes: [UInt8], name: String? = nil) {
    var log = DiagnosticLog()
    let source = LessonSource(bytes, log: &log)
    guard log.isEmpty, let root = Self.compose(source.lines, &log) else {
      (scene, diagnostics) = (nil, log.sorted)
      return
    }
    var reader = SceneReader(SceneNode(root, in: "the scene"), log: log)
    let scene = reader.scene(named: name)
    diagnostics = reader.log.sorted
    self.scene = reader.log.isEmpty ? scene : nil
  }

  /// Values are taken as they are written, so that `no` stays no.
  private static func compose(_ lines: [SourceLine], _ log: inout DiagnosticLog) -> Node? {
    let start = SourcePosition(line: 1, column: 1)
    guard lines.allSatisfy(isShallow),
      lines.reduce(0, { $0 + $1.text.count { "[{".contains($0) } }) <= LessonLimits.nesting * 4
    else {
      log.add(.yamlTooDeep, at: start)
      return nil
    }
    do {
      let text = lines.map { $0.string + "\n" }.joined()
      if let node = try Yams.compose(yaml: text, .basic) { return node }
      log.add(.missingSceneKey("format", in: "The scene"), at: start)
    } catch let error as YamlError {
      log.add(.notYAML(reason: error.reason), at: error.mark?.position() ?? start)
    } catch {
      log.add(.notYAML(reason: "it cannot be read"), at: start)
    }
    return nil
  }

  /// The YAML parser goes as deep as its input does, so depth is measured before it is called.
  private static func isShallow(_ line: SourceLine) -> Bool {
    line.text.prefix { " \t-?:".contains($0) }.count <= LessonLimits.nesting
  }
}
