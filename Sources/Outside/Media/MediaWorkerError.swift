package import Market

/// Why there are no renditions of a file, or no picture of a card.
package enum MediaWorkerError: Error, Hashable {
  /// It was looked at, and is not taken.
  case refused(MediaFault)
  /// The program is missing, died, took too long or said something else than it should. A file may be
  /// made to do that; or it is our fault.
  case failed(String)
}

extension MediaWorkerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .refused(let fault): "The file is not taken: \(fault)."
    case .failed(let reason): "The program for pictures failed: \(reason)."
    }
  }
}
