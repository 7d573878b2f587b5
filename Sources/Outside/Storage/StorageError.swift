/// Why a file is not kept, or not found again.
package enum StorageError: Error, Hashable {
  /// The disk or the bucket is full. Nothing of what was to be kept stays behind.
  case noRoom
  /// What the system says about a file of ours.
  case system(String, code: Int32)
  case bucket(BucketError)
}

extension StorageError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noRoom: "There is no room left for files: make some, or keep them elsewhere."
    case .system(let path, let code): "\(path): \(DiskFile.words(of: code))."
    case .bucket(let error): error.description
    }
  }
}

extension StorageError {
  static func bucketFault(_ error: BucketError) -> StorageError {
    if case .full = error { return .noRoom }
    return .bucket(error)
  }
}
