import Testing

@testable import Store

@Suite struct AddressTests {
  @Test(arguments: [
    ("sqlite:data/market.db", "data/market.db"), ("sqlite:///var/market.db", "/var/market.db"),
    ("sqlite:/var/market.db", "/var/market.db"), ("sqlite://market.db", "market.db"),
    ("sqlite:集 市.db", "集 市.db"),
  ])
  func `a file has a path`(text: String, path: String) throws {
    #expect(try Address(text) == .sqlite(path: path))
  }

  @Test(arguments: ["postgres://localhost/market", "postgresql://u:p@h:5432/market?host=/tmp"])
  func `a server has its own kind of address`(text: String) throws {
    #expect(try Address(text) == .postgres(url: text))
    #expect(try Address(text).engine == "postgres")
  }

  @Test(arguments: ["sqlite:", "sqlite://", "sqlite::memory:", "sqlite:data/"])
  func `an address that names no file is refused`(text: String) {
    #expect(throws: AddressError.noPath(text)) { try Address(text) }
  }

  @Test(arguments: ["", "market.db", "mysql://h/market", "SQLITE:market.db", "postgres:market"])
  func `an unknown kind of address is refused`(text: String) {
    let error = #expect(throws: AddressError.self) { try Address(text) }
    guard case .unknownScheme = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect("\(String(describing: error))".contains("postgres://user@host/name"))
  }

  @Test(arguments: [
    "postgres://u:secret@h/market", "postgres://u:secret@h:5432/market",
    "postgres://u:se:secret@h/market", "postgres://u:se@secret@h/market",
    "postgres://u:se/secret@h/market", "postgres://u:se?secret@h/market",
    "postgresql://u:secret@h/market?sslmode=require",
    "postgres://h/market?user=u&password=secret", "postgres://h/market?sslpassword=secret",
    "postgres://u:secret@h/market?password=secret", "postgres://u:secret?x@h/m?password=secret",
    "postgres://:secret@h/market",
  ])
  func `a password is never shown`(text: String) throws {
    let address = try Address(text)
    #expect(!"\(address)".contains("secret"))
    #expect(!String(reflecting: address).contains("secret"))
    #expect("\(address)".hasPrefix("postgres"))
  }

  @Test(arguments: [
    "mysql://u:secret@h/market", "postgres:u:secret@h", "u:secret@h", "host=h password=secret",
    "POSTGRES://u:secret@h/market", " postgres://u:secret@h/market", "mysql:/secret",
  ])
  func `a refusal does not show a password either`(text: String) {
    let error = #expect(throws: AddressError.self) { try Address(text) }
    #expect(!"\(String(describing: error))".contains("secret"))
    #expect(!String(reflecting: error).contains("secret"))
  }

  @Test(arguments: ["postgres://u@h/market?host=/tmp", "sqlite:market.db"])
  func `an address without a password is shown as it is`(text: String) throws {
    let address = try Address(text)
    #expect("\(address)" == text)
  }

  /// libpq repeats in its complaint what it could not read.
  @Test(arguments: [
    "postgres://u:secret%zz@localhost/market", "postgres://u:secret/x@localhost/market",
    "postgres://u:secret%00@localhost/market",
  ])
  func `a password that makes an address unreadable is not shown`(text: String) throws {
    let error = #expect(throws: StoreError.self) { try Address(text).open(.reading) }
    #expect(!"\(String(describing: error))".contains("secret"))
  }
}
