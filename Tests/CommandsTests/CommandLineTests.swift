import CafeWorld
import Commands
import Route53
import Testing

struct `A command as a line` {
  static let setting = Setting()

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `of a fault schedule is read back as the same command`(seed: UInt64) throws {
    let world = Self.setting.world
    let schedule = FaultSchedule(seed: seed, over: .hour, in: world)
    for fault in schedule.faults {
      let line = try #require(fault.command.line(in: world))
      let request = try Self.setting.parse(line)
      #expect(request == .change([fault.command], showing: .events), "\(line)")
    }
  }

  @Test func `is read back for every way to break an instance`() throws {
    let world = Self.setting.world
    let id = world.instances[0].id
    let kinds: [FaultKind] = [
      .refuse, .drop, .status(503), .slow(1_500), .body("It's \"closed\""), .slowConnection(3_000),
      .handshake(.withoutHostName),
    ]
    for kind in kinds {
      let command = Command.breakInstance(id, kind, lasting: 90_500)
      let line = try #require(command.line(in: world))
      #expect(try Self.setting.parse(line) == .change([command], showing: .events), "\(line)")
    }
    #expect(Command.allocateAddress.line(in: world) == nil)
    #expect(Command.kill(InstanceID("i-none")).line(in: world) == nil)
  }
}
