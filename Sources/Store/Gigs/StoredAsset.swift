import Market

extension Asset {
  static let scaleMax = 9

  /// Out of a row; one whose prices nobody could write is none of ours.
  init(stored code: String, scale: Int) throws(StoreError) {
    guard (0...Self.scaleMax).contains(scale) else {
      throw .corrupt("the asset \(code) has \(scale) decimals")
    }
    self.init(code: code, scale: scale)
  }
}
