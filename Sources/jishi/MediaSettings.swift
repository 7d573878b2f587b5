import Market
import Outside
import Work

/// Where files are kept that sellers send, and who looks at them.
struct MediaSettings: Sendable {
  static let known = [
    Config.Known(
      name: "media", form: "PLACE", usual: "data/media",
      summary:
        "where files that sellers send are kept: a folder, or s3://BUCKET/PREFIX; endpoint and worker must share it"
    ),
    Config.Known(
      name: "arriving", form: "FOLDER", usual: "data/arriving",
      summary: "where such files grow while they arrive; each needs room for the whole of it"),
    Config.Known(
      name: "mediaworker", form: "PROGRAM", usual: "",
      summary:
        "the program that looks at such files and makes pictures of them; unless told otherwise the jishi-media beside this program, or that of PATH; none to go without"
    ),
    Config.Known(
      name: "mediaendpoint", form: "URL", usual: "",
      summary: "the storage service of that bucket, when it is not that of AWS"),
    Config.Known(
      name: "mediaregion", form: "NAME", usual: "us-east-1", summary: "the region of that bucket"),
    Config.Known(
      name: "mediastyle", form: "path|host", usual: "",
      summary: "where the bucket stands in addresses of that service"),
    Config.Known(
      name: "mediakey", form: "ID", usual: "", summary: "the id of the key to that bucket"),
    Config.Known(
      name: "mediasecret", form: "SECRET", usual: "",
      summary: "the secret of that key; better in the environment than in a command"),
  ]

  let places: MediaPlaces
  /// Nil where there is no program that looks at files: they wait.
  let look: MediaLook?
  /// The same for cards.
  let draw: CardDrawing.Draw?
  /// The operator goes without pictures, and so without cards.
  let isWithout: Bool

  private static let without = "none"

  init(_ values: [String: Config.Entry]) throws {
    let text = values.text("arriving")
    guard !text.isEmpty else { throw UsageError("arriving must be a folder.") }
    places = MediaPlaces(Spool(text), Shelf(try Self.place(values)))
    let named = values.given("mediaworker")
    isWithout = named == Self.without
    let program =
      isWithout
      ? nil : MediaProgram.path(named: named, beside: MediaProgram.ownFolder ?? ".")
    if program == nil, let named, !isWithout {
      throw UsageError("mediaworker must be a program: \(named) is none.")
    }
    let worker = program.map { MediaWorker(program: $0) }
    look = worker.map { MediaLook(by: $0) }
    draw = worker.map { Self.draw(by: $0) }
  }

  private static func draw(by worker: MediaWorker) -> CardDrawing.Draw {
    { card, file in try worker.draw(card, into: file) }
  }

  private static func place(_ values: [String: Config.Entry]) throws -> Shelf.Place {
    let text = values.text("media")
    let source = values["media"]?.source ?? ""
    guard text.hasPrefix("s3://") else {
      guard !text.isEmpty, !text.contains("://") else {
        throw UsageError(
          "media must be a folder such as data/media, or s3://BUCKET/PREFIX (from \(source)).")
      }
      return .folder(text)
    }
    let parts = text.dropFirst("s3://".count).split(separator: "/", maxSplits: 1).map(String.init)
    let prefix = parts.dropFirst().first ?? ""
    let (id, secret) = (values.text("mediakey"), values.text("mediasecret"))
    guard !id.isEmpty, !secret.isEmpty else {
      throw UsageError(
        "media is a bucket, and its key is not set: give mediakey, and the secret as JISHI_MEDIASECRET."
      )
    }
    do throws(BucketAddressError) {
      let address = try BucketAddress(
        bucket: parts.first ?? "", region: values.text("mediaregion"),
        endpoint: values.given("mediaendpoint"), style: values.given("mediastyle"),
        prefix: prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix)
      return .bucket(address, AccessKey(id: id, secret: secret), clock: { .now })
    } catch {
      throw UsageError("In media (from \(source)): \(error)")
    }
  }
}

extension MediaLook {
  /// Videos are not decoded: only whether they are whole is looked at, here.
  fileprivate init(by worker: MediaWorker) {
    self.init { file, format, folder in
      do throws(MediaWorkerError) {
        guard format.kind == .video else {
          return .taken(try worker.look(at: file, as: format, into: folder))
        }
        return try Self.lookAtVideo(file, format)
      } catch .refused(let fault) {
        return .refused(fault)
      }
    }
  }

  private static func lookAtVideo(
    _ path: String, _ format: MediaFormat
  ) throws(MediaWorkerError) -> Outcome {
    guard let file = SentFile(path) else { throw .failed("there is no file") }
    do throws(MediaFault) {
      _ = try file.look(named: "video.\(format.ending)", labelled: format.mediaType)
    } catch {
      return .refused(error)
    }
    return .taken(LookedAt(width: 0, height: 0, renditions: []))
  }
}

extension [String: Config.Entry] {
  fileprivate func text(_ name: String) -> String { self[name]?.value ?? "" }

  fileprivate func given(_ name: String) -> String? { text(name).isEmpty ? nil : text(name) }
}
