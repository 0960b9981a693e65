import Glibc

/// Numbers of this process that the tests compare with.
enum ProcessIdentity {
  static var own: Int32 { getpid() }
  static var isRoot: Bool { geteuid() == 0 }
}
