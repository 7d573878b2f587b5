import Glibc
package import Market

/// The program that looks at files which strangers send, and makes pictures of them: a process for
/// each job. Whatever a file does to it, nobody else is harmed, and nothing it says is believed unseen.
package struct MediaWorker: Sendable {
  /// Of all that is said about one file, many times what is needed.
  static let outputBytesMax = 4_096

  private let program: String
  private let patience: Duration

  /// After `patience` a job is given up, and its process is ended.
  package init(program: String, patience: Duration = .seconds(60)) {
    self.program = program
    self.patience = patience
  }

  /// Looks at all of a picture or a document, and writes its renditions into `folder`, which is there
  /// and empty. What stays in the folder after an error is nobody's.
  package func look(
    at file: String, as format: MediaFormat, into folder: String
  ) throws(MediaWorkerError) -> LookedAt {
    let outcome = run(["look", file, format.rawValue, folder])
    switch (outcome.code, MediaReport(outcome.output)) {
    case (0, .taken(let looked)):
      guard looked.isSensible(for: format), looked.isThere(in: folder) else {
        throw .failed("its renditions are not what was asked for")
      }
      return looked
    case (2, .refused(let fault)): throw .refused(fault)
    default: throw .failed(outcome.reason)
    }
  }

  /// Draws the picture for sharing, as PNG.
  package func draw(_ card: ShareCard, into file: String) throws(MediaWorkerError) {
    let outcome = run(["card", file], saying: card.text)
    guard outcome.code == 0, outcome.output == "card\n" else { throw .failed(outcome.reason) }
    guard SentFile(file)?.format == .png else { throw .failed("it drew no picture") }
  }

  private func run(_ words: [String], saying input: String = "") -> OtherProgram.Outcome {
    OtherProgram.run([program] + words, saying: input, within: bounds)
  }

  /// Nothing of our environment, where keys and passwords may be. Threads share their reserve of memory:
  /// one for each would be more than the process may have.
  private var bounds: OtherProgram.Bounds {
    OtherProgram.Bounds(
      patience: patience,
      environment: ["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "MALLOC_ARENA_MAX=2"],
      outputBytesMax: Self.outputBytesMax)
  }
}

extension OtherProgram.Outcome {
  /// The first line of what it complains of, which may quote what a stranger wrote.
  fileprivate var reason: String {
    if isOverdue { return "it took too long" }
    let line = complaints.prefix { !$0.isNewline }.prefix(200)
    return line.isEmpty ? "it ended with \(code)" : "it ended with \(code) (\(line))"
  }
}

extension LookedAt {
  /// WebP and JPEG of each width that is due, and nothing that is not.
  fileprivate func isSensible(for format: MediaFormat) -> Bool {
    let widths = Set(Rendition.widths(of: width))
    let isWhole = [MediaFormat.webp, .jpeg].allSatisfy { format in
      Set(renditions.filter { $0.format == format }.map(\.width)) == widths
    }
    return isWhole && Set(renditions.map(\.fileName)).count == renditions.count
      && renditions.allSatisfy { widths.contains($0.width) }
      && (pages != nil) == (format.kind == .document)
  }

  fileprivate func isThere(in folder: String) -> Bool {
    renditions.allSatisfy { SentFile("\(folder)/\($0.fileName)")?.format == $0.format }
  }
}
