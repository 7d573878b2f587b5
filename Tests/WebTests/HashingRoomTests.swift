import Proving
import Synchronization
import Testing

@testable import Web

struct HashingRoomTests {
  @Test func `two are at work at a time, all are done, and too many are sent away`() throws {
    let room = HashingRoom()
    let (begun, isOpen, done) = (Heard<Int>(), Heard<Bool>(), Heard<Int>())
    var taken = 0
    for number in 0..<2 * HashingRoom.waitingMax {
      let isTaken = room.run {
        begun.add(number)
        _ = try? isOpen.wait(for: 1)
        done.add(number)
      }
      if isTaken { taken += 1 }
    }
    try begun.wait(for: HashingRoom.atOnceMax)
    // Those who were let in before the first began to work wait too.
    #expect(taken >= HashingRoom.waitingMax && taken <= HashingRoom.waitingMax + 2)
    #expect(begun.all.count == HashingRoom.atOnceMax)
    isOpen.add(true)
    #expect(Set(try done.wait(for: taken)).count == taken)
    // When nothing is left to do there is room again.
    #expect(room.run { done.add(-1) })
    try done.wait(for: taken + 1)
  }
}
