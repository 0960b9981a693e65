public import CafeWorld

/// The scenes at hand: those that the engine knows by itself, and files.
///
/// A file is read when its scene is asked for.
public struct Scenes: Sendable {
  public static let suffix = ".scene.yaml"

  public let names: [String]
  private let contents: [String: [UInt8]]

  /// Of files of one name the first counts; the engine's own scenes go before any file.
  public init(files: [(name: String, bytes: [UInt8])] = []) {
    var names = Scene.builtIn.map(\.name)
    var kept: [String: [UInt8]] = [:]
    for (file, bytes) in files where file.hasSuffix(Self.suffix) {
      let name = String(file.dropLast(Self.suffix.count))
      guard !names.contains(name) else { continue }
      names.append(name)
      kept[name] = bytes
    }
    self.names = names
    contents = kept
  }

  /// The scene of a name; nil: there is none, or its file is broken.
  public subscript(name: String) -> Scene? {
    Scene.builtIn(name) ?? reading(of: name)?.scene
  }

  /// The file of this name as it was written; nil for a scene that the engine knows by itself.
  public func file(of name: String) -> [UInt8]? { contents[name] }

  /// What became of the file of this name.
  public func reading(of name: String) -> SceneReading? {
    contents[name].map { SceneReading($0, name: name) }
  }

  /// What is wrong with those that cannot be read, by file name.
  public var broken: [(file: String, diagnostics: [Diagnostic])] {
    names.compactMap { name in
      guard let reading = reading(of: name), reading.scene == nil else { return nil }
      return (name + Self.suffix, reading.diagnostics)
    }
  }
}
