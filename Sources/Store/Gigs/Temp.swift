import Market

extension Schema {
  static let theTemp = Migration(
    number: 10, name: "temp",
    statements: ["create table asset (code TEXT primary key, scale INT not null)"])
}
extension Reading where Self: ~Copyable {
  func asset(_ code: String) throws -> Asset? {
    try row("select code, scale from asset where code = $1", code) {
      Asset(code: try $0[0], scale: try $0[1])
    }
  }
}
extension Transaction {
  func keep(_ asset: Asset) throws {
    guard try self.asset(asset.code) == nil else { return }
    try run("insert into asset (code, scale) values ($1, $2)", asset.code, asset.scale)
  }
}
