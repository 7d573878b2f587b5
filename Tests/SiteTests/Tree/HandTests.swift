import Foundation
import Market
import Pages
import Synchronization
import Testing

@testable import Site

/// Several hands put files into one tree, side by side.
@Suite struct HandTests {
  let ground: TreeGround

  init() throws { ground = try TreeGround() }

  private static let hands = 4
  private static let each = 500

  /// What went wrong with any of them.
  private func build(
    _ body: @escaping @Sendable (inout DraftHand, Int) throws(SiteError) -> Void
  ) async throws -> (TreeCounts?, [SiteError]) {
    let tree = try SiteTree(in: ground.output)
    let faults = Mutex<[SiteError]>([])
    await onThreads(Self.hands) { number in
      do throws(SiteError) {
        var hand = tree.hand(at: Position(1))
        try body(&hand, number)
        try hand.finish()
      } catch {
        faults.withLock { $0.append(error) }
      }
    }
    let all = faults.withLock { $0 }
    return (all.isEmpty ? try tree.publish() : nil, all)
  }

  private static func page(_ hand: Int, _ number: Int) -> String {
    "/\(number % 9)/\(hand)-\(number).html"
  }

  @Test func `what each of them puts is there`() async throws {
    for round in 0..<3 {
      let (counts, faults) = try await build { hand, number throws(SiteError) in
        for page in 0..<Self.each {
          // In each round some change.
          let text = page % 10 == round ? "\(number) in round \(round)" : "\(number) as ever"
          try hand.put(Self.page(number, page), text)
        }
      }
      #expect(faults == [])
      let all = Self.hands * Self.each
      let changed = round == 0 ? all : all / 10 * 2
      #expect(counts?.written == changed)
      #expect(counts?.unchanged == all - changed)
      let site = try ground.site()
      #expect(site.count == all)
      #expect(site[Self.page(2, 10 + round)] == "2 in round \(round)")
      #expect(site[Self.page(3, 18)] == "3 as ever")
      #expect(try ground.manifest(round + 1).count == all)
    }
  }

  @Test(arguments: ["new", "unchanged", "changed"])
  func `of those that put one address all but one are refused`(what: String) async throws {
    if what != "new" { try ground.build(["/a.html": what == "changed" ? "old" : "text"]) }
    let before = try? ground.site()
    let (_, faults) = try await build { hand, _ throws(SiteError) in
      try hand.put("/a.html", "text")
    }
    #expect(faults == Array(repeating: .twice("/a.html"), count: Self.hands - 1))
    #expect((try? ground.site()) == before)
  }

  @Test func `a drawing that many want is drawn once`() async throws {
    let none = CatalogueRecord([], seen: 0)
    let drawings = (0..<40).map {
      CoverDrawing(
        of: .gig(ID($0)), [.english: "Number \($0)"], in: nil, first: .english, none)
    }
    for expected in [drawings.count, 0] {
      let drawn = Atomic(0)
      let (counts, faults) = try await build { hand, _ throws(SiteError) in
        for _ in 0..<3 {
          for drawing in drawings where try hand.show(drawing) == .made {
            drawn.add(1, ordering: .relaxed)
          }
        }
      }
      #expect(faults == [])
      #expect(drawn.load(ordering: .relaxed) == expected)
      #expect(counts?.written == expected)
      #expect(counts?.unchanged == drawings.count - expected)
      let site = try ground.site()
      #expect(site == Dictionary(uniqueKeysWithValues: drawings.map { ("/\($0.name)", $0.svg) }))
    }
  }
}
