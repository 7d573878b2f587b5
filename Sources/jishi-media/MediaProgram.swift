import CCard
import CProcess
import CVips
import Glibc
import Market

/// Looks at one file that a stranger sent, or draws one picture, and ends. Apart from the program
/// that holds the market, so that whatever a file does to its readers, it does it to nobody else.
///
///     jishi-media look FILE FORMAT FOLDER   renditions of FILE into FOLDER, and what they are
///     jishi-media card FILE                 the picture of the words on standard input
@main enum MediaProgram {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    switch (words.first, words.count) {
    case ("look", 4): look(at: words[1], as: words[2], into: words[3]).end()
    case ("card", 2): draw(into: words[1]).end()
    default:
      Ending.failed("jishi-media look FILE FORMAT FOLDER, or jishi-media card FILE").end()
    }
  }

  private static func look(at file: String, as name: String, into folder: String) -> Ending {
    guard let format = MediaFormat(rawValue: name), let loader = Loader(of: format) else {
      return .failed("\(name) is no format of pictures or documents")
    }
    do throws(Ending) {
      try Confinement.limit()
      guard jishi_pictures_begin("jishi-media", loader.name) == 0 else {
        throw .failed(Picture.complaint)
      }
      try Confinement.shut(reading: file, writing: folder)
      let looked = try Look(file: file, format: format, loader: loader, folder: folder).run()
      return .done(.taken(looked))
    } catch {
      return error
    }
  }

  private static func draw(into file: String) -> Ending {
    var text = ""
    while let line = readLine(strippingNewline: false) { text += line }
    guard let card = ShareCard(text) else { return .failed("the card is incomplete") }
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    do throws(Ending) {
      try Confinement.limit()
      try Confinement.shut(reading: nil, writing: folder.isEmpty ? "/" : folder)
    } catch {
      return error
    }
    let code = jishi_card_draw(
      file, Int32(ShareCard.width), Int32(ShareCard.height), card.language.tag, card.title,
      card.seller, card.category, card.price, card.market, card.seal)
    return code == 0 ? .drawn : .failed("the picture could not be drawn (\(code))")
  }
}

/// How it ends; what is said on standard output is all that anybody believes.
enum Ending: Error {
  case done(MediaReport)
  case drawn
  case refused(MediaFault)
  case failed(String)

  func end() -> Never {
    switch self {
    case .done(let report): finish(0, saying: report.text, on: 1)
    case .drawn: finish(0, saying: "card\n", on: 1)
    case .refused(let fault): finish(2, saying: MediaReport.refused(fault).text, on: 1)
    case .failed(let reason): finish(1, saying: reason + "\n", on: 2)
    }
  }

  /// Without what libraries do at the end: the files are written, and what they read may have left
  /// them in any state.
  private func finish(_ code: Int32, saying text: String, on file: Int32) -> Never {
    let bytes = Array(text.utf8)
    let written = write(file, bytes, bytes.count)
    _exit(written == bytes.count ? code : 1)
  }
}
