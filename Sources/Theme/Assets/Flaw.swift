/// Something in a file that cannot be meant, by the byte at which it stands.
struct Flaw: Error {
  let offset: Int
  let found: String
  let expected: String
  var available: [String] = []

  func fault(in file: SourceFile) -> Fault {
    Fault(file.place(at: offset), found: found, expected: expected, available: available)
  }
}
