package import Market
import Theme

/// A file of a seller as the site has it. Its name tells what is in it and with what it goes: what two
/// show has two names, so that each can go without the other.
package struct PublicFile: Hashable, Sendable {
  /// Its path below the site's files, such as `media/0123456789abcdef-800.webp`.
  package let name: String
  package let key: MediaKey
  /// What it is called under its key.
  package let part: String
}

extension SharedCard {
  package func publicFile(of gig: ID<Gig>) -> PublicFile {
    let stem = Pictures.name(of: CoverDrawing.Owner.gig(gig).name, file: digest)
    return PublicFile(name: "\(stem).png", key: key, part: fileName)
  }
}

/// Where the files of somebody are found.
package enum PicturePlace: Hashable, Sendable {
  /// Among the files of the site.
  case site
  /// With the seller, while the site does not have them yet: those of the gig that he looks at.
  case studio(ID<Gig>)
}

/// What the site has of one file.
struct PublicFiles {
  private let file: ShownFile
  private let owner: CoverDrawing.Owner
  private let stem: String

  init(_ file: ShownFile, of owner: CoverDrawing.Owner) {
    self.file = file
    self.owner = owner
    // Renditions may be made better one day.
    let digests = [file.digest] + file.renditions.map(\.digest)
    stem = Pictures.name(of: owner.name, file: digests.joined(separator: " "))
  }

  /// Pictures are shown by what was made of them; the rest also as it was sent.
  var all: [PublicFile] {
    let made = file.renditions.map { publicFile($0.rendition) }
    return file.kind == .picture ? made : made + [original]
  }

  private var original: PublicFile {
    PublicFile(
      name: "\(stem).\(file.format.ending)", key: file.key, part: ShownFile.original)
  }

  private func publicFile(_ rendition: Rendition) -> PublicFile {
    PublicFile(
      name: "\(stem)-\(rendition.fileName)", key: file.key, part: rendition.fileName)
  }

  /// Nil for what cannot stand as a picture.
  func picture(
    in edition: Edition, at place: PicturePlace, caption: Said? = nil, isFirst: Bool = false
  ) -> Picture? {
    let all = sources(.jpeg, in: edition, at: place)
    guard let widest = file.renditions(as: .jpeg).last?.rendition,
      let usual = all.last(where: { $0.width <= Self.usualWidth }) ?? all.first
    else { return nil }
    let isWhole = { (sources: [Sources.Source]) in sources.count == all.count }
    let webp = sources(.webp, in: edition, at: place)
    let avif = sources(.avif, in: edition, at: place)
    return Picture(
      link: usual.link, whole: all.last?.link, sources: Sources(all),
      // In one that lacks the wide ones a wide screen would get a coarse picture.
      webp: isWhole(webp) ? Sources(webp) : nil, avif: isWhole(avif) ? Sources(avif) : nil,
      width: widest.width, height: widest.height, caption: caption, isFirst: isFirst)
  }

  /// For who knows nothing of several widths.
  private static let usualWidth = 800

  private func sources(
    _ format: MediaFormat, in edition: Edition, at place: PicturePlace
  ) -> [Sources.Source] {
    file.renditions(as: format).map { stored in
      Sources.Source(
        link(to: publicFile(stored.rendition), in: edition, at: place),
        width: stored.rendition.width)
    }
  }

  /// The file as it was sent.
  func link(in edition: Edition, at place: PicturePlace) -> Link {
    link(to: original, in: edition, at: place)
  }

  private func link(
    to file: PublicFile, in edition: Edition, at place: PicturePlace
  ) -> Link {
    if case .studio(let gig) = place, owner == .gig(gig) {
      return edition.link(.studio(.file(file.key, file.part)))
    }
    return Link(ours: "/\(file.name)")
  }
}

extension ShownFile {
  package func publicFiles(of owner: CoverDrawing.Owner) -> [PublicFile] {
    PublicFiles(self, of: owner).all
  }
}
