import Market
import Theme

struct UploadLead: Sentence {
  static let key = "upload.lead"
  let max: Int
  let pictureMegabytes: Int
  let videoMegabytes: Int
  static let about = "Which files may be sent, and how many."
  static let fields = Fields<Self>(
    Field("max", \.max, "How many there may be."),
    Field("pictureMegabytes", \.pictureMegabytes, "How large a picture or a PDF may be."),
    Field("videoMegabytes", \.videoMegabytes, "How large a video may be."))
}

enum MediaFaultKind: Int, CaseIterable, Choice {
  case empty, tooLarge, unknownFormat, mislabelled, tooManyPixels, tooSmall, tooManyPages
  case unreadable
}

struct MediaFaultSentence: Sentence {
  static let key = "fault.media"
  let fault: MediaFaultKind
  /// Megabytes, millions of pixels, pixels or pages; 0 for a fault without limits.
  let limit: Int

  init(_ fault: MediaFault) {
    (self.fault, limit) =
      switch fault {
      case .empty: (.empty, 0)
      case .tooLarge(let most): (.tooLarge, Int(most >> 20))
      case .unknownFormat: (.unknownFormat, 0)
      case .mislabelled: (.mislabelled, 0)
      case .tooManyPixels(let most): (.tooManyPixels, Int(most / 1_000_000))
      case .tooSmall(let least): (.tooSmall, least)
      case .tooManyPages(let most): (.tooManyPages, most)
      case .unreadable: (.unreadable, 0)
      }
  }

  static let about = "Why a file was not taken, and what to do about it."
  static let fields = Fields<Self>(
    Field("fault", \.fault, "What is wrong with it."),
    Field("limit", \.limit, "Megabytes, millions of pixels, pixels of a side, or pages."))
}
