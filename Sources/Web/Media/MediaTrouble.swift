import HTTP
import Market
import Outside
import Pages

// Why a file was not taken, for programs and for the scripts of pages: they find the fault under a name
// that stays the same, and where to go on.
extension Trouble {
  static func told(by error: MediaError) -> Trouble {
    switch error {
    case .unknown: return Trouble(.notFound)
    case .refused(.signInNeeded): return Trouble(.signInNeeded)
    case .refused(.notAllowed): return Trouble(.forbidden)
    case .notActive: return Trouble(.forbidden, saying: "The party is suspended or closed.")
    case .unfit(let fault): return Trouble(fault)
    case .tooManyArriving(let most):
      return Trouble(
        .tooMany, saying: "\(most) files arrive already: finish some, or remove them.",
        retrySeconds: 60)
    case .tooManyUnused(let most):
      return Trouble(
        .tooMany, saying: "\(most) files are shown nowhere yet: use some, or remove them.",
        retrySeconds: 600)
    case .wrongOffset(let received):
      var trouble = Trouble(
        .badRequest, status: .conflict, saying: "The next piece begins at \(received).")
      trouble.more = [JSON.Member("offset", .integer(received))]
      return trouble
    case .pastTheEnd(let bytes):
      return Trouble(.tooLarge, saying: "The file was said to have \(bytes) bytes.")
    case .notArriving(let state), .notWaiting(let state):
      var trouble = Trouble(
        .badRequest, status: .conflict, saying: "Nothing is added to a file that is \(state.word).")
      trouble.more = [JSON.Member("state", .text(state.word))]
      return trouble
    case .inUse:
      return Trouble(.badRequest, status: .conflict, saying: "Something shows the file.")
    }
  }

  private init(_ fault: MediaFault) {
    self.init(.badRequest, status: .unprocessable, saying: fault.sentence)
    more = [JSON.Member("fault", .text(fault.code))]
  }

  init(_ error: StorageError) {
    guard error == .noRoom else {
      self.init(.broken)
      return
    }
    self.init(
      .unavailable, status: .insufficientStorage, saying: "There is no room for it at the moment.",
      retrySeconds: 60)
  }

  /// Another piece of the same file is being written.
  static var pieceUnderWay: Trouble {
    Trouble(
      .badRequest, status: .conflict, saying: "Another piece of it is being taken.",
      retrySeconds: 1)
  }
}

extension MediaFile.State {
  var word: String {
    switch self {
    case .arriving: "arriving"
    case .waiting: "waiting"
    case .ready: "ready"
    case .refused: "refused"
    }
  }
}

extension MediaFault {
  fileprivate var sentence: String {
    switch self {
    case .empty: "The file is empty."
    case .tooLarge(let most): "Such a file may have \(most) bytes."
    case .unknownFormat:
      "Only \(MediaFormat.allCases.map(\.mediaType).joined(separator: ", ")) are taken."
    case .mislabelled: "Its first bytes are those of something else than its name or type says."
    case .tooManyPixels(let most): "It may have \(most) pixels."
    case .tooSmall(let least): "Each side has at least \(least) pixels."
    case .tooManyPages(let most): "It may have \(most) pages."
    case .unreadable: "It is broken, or cannot be read."
    }
  }
}
