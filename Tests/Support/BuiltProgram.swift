import Glibc

/// The programs of this package as they were built along with the running tests.
public enum BuiltProgram {
  /// The path of a built executable target, such as `cafe`, which the environment's
  /// `CAFE_PROGRAM` may name another one for: the program as it is released.
  public static func path(_ name: String) -> String {
    if name == "cafe", let path = unsafe getenv("CAFE_PROGRAM") {
      return unsafe String(cString: path)
    }
    return folder + "/" + name
  }

  /// The folder in which the test bundle lies, and every program beside it.
  public static let folder: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(count, 0)).map(UInt8.init(bitPattern:))
    let path = String(decoding: bytes, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }()
}
