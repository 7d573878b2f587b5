import Foundation
import Market
import Outside
import Proving
import Testing

@Suite struct ShareCardPictureTests {
  let ground: MediaGround

  init() throws { ground = try MediaGround() }

  private func draw(_ title: String, seller: String = "林小满") throws -> [UInt8] {
    let card = ShareCard(
      language: .chinese, title: title, seller: seller, category: "标志设计", price: "¥200 起",
      market: "集市")
    let file = ground.folder.file("card.png")
    try ground.worker.draw(card, into: file)
    return try MediaGround.bytes(of: file)
  }

  @Test(arguments: [
    "", "标志", String(repeating: "很长的标题 and Latin ", count: 200), "a\nseller=b\nmarket=c", "🙂 مرحبا",
    "\u{202E}txet", "<b>&amp;", "\u{E0041}tag", "\u{301}acute",
  ])
  func `a card is a picture of the same size whatever it says`(title: String) throws {
    let bytes = try draw(title)
    let (seen, _) = try ground.look(at: bytes, as: .png)
    #expect(seen.width == ShareCard.width && seen.height == ShareCard.height)
    #expect(bytes.count < 300_000)
  }

  @Test func `the same words are the same bytes, and others are others`() throws {
    let first = try draw("为你的茶馆设计标志")
    #expect(try draw("为你的茶馆设计标志") == first)
    #expect(try draw("为你的茶楼设计标志") != first)
    #expect(try draw("为你的茶馆设计标志", seller: "王") != first)
  }

  @Test func `who cannot write fails`() throws {
    let card = ShareCard(
      language: .english, title: "A", seller: "B", category: "C", price: "D", market: "E")
    #expect(throws: MediaWorkerError.self) {
      try ground.worker.draw(card, into: ground.folder.file("nowhere/card.png"))
    }
  }
}
