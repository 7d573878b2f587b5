import Foundation
import Proving
import Testing

/// `seal` and `audit` as a person at a terminal meets them.
@Suite struct LedgerCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    #expect(try jishi("init").code == 0)
  }

  private func jishi(_ words: String...) throws -> Command {
    try Command.run(Command.ours("jishi"), words, in: folder.path)
  }

  /// In its turn: the service may be writing.
  private func sql(_ statements: String) throws {
    let file = folder.file("data/market.db")
    let result = try Command.run("flock", [file + "-writer", "sqlite3", "-bail", file, statements])
    #expect(result.code == 0, "\(result.errors)")
  }

  /// A fund of a hundred yuan for party 1, as the ledger would have written it.
  private func fund() throws {
    try sql(
      """
      insert into asset values ('CNY', 2);
      insert into ledger_account values
        (1, 0, 'outside', 'CNY', 'sandbox', 0, -100, 0, 1),
        (2, 1, 'wallet', 'CNY', 'sandbox', 0, 100, 0, 1);
      insert into ledger_transfer values
        (1, 'moved', null, 1790000000000, 'fund', 'outgoing', 1, 0, null);
      insert into ledger_posting values (1, 1, -100, -100, 0, null), (1, 2, 100, 100, 0, null);
      insert into counter values ('ledger_account', 2), ('ledger_transfer', 1);
      """)
  }

  private func json(_ command: Command) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(command.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func `an empty ledger is sound and there is nothing to seal`() throws {
    let sealed = try jishi("seal")
    #expect(sealed.code == 0)
    #expect(sealed.output == "Nothing is new in the ledger.\n")
    let audit = try jishi("audit")
    #expect(audit.code == 0, "\(audit.output)")
    #expect(audit.output.hasPrefix("Nothing is wrong with the ledger"))
  }

  @Test func `sealing keeps the head in a file, and an audit counts what is not sealed`() throws {
    try fund()
    let before = try json(try jishi("audit", "--json"))
    let unsealed = try #require(before["unsealed"] as? [String: Int])
    #expect(unsealed == ["accounts": 2, "rates": 0, "transfers": 1, "since": 0])
    let sealed = try json(try jishi("seal", "--json"))
    #expect(sealed["sealed"] as? Int == 1 && sealed["block"] as? Int == 1)
    let head = try String(contentsOfFile: folder.file("data/ledger.head"), encoding: .utf8)
    #expect(head.hasPrefix("1 ") && head.hasSuffix("\(sealed["digest"] as? String ?? "?")\n"))
    let audit = try jishi("audit")
    #expect(audit.code == 0, "\(audit.output)")
    #expect(!audit.output.contains("not sealed"))
    let other = try jishi("seal", "--head", "elsewhere/head")
    #expect(other.code == 0)
    #expect(FileManager.default.fileExists(atPath: folder.file("elsewhere/head")))
  }

  @Test func `a fault is a sentence that names the row, and exit code 1`() throws {
    try fund()
    _ = try jishi("seal")
    try sql("update ledger_posting set amount = 101, balance = 101 where account = 2")
    let audit = try jishi("audit")
    #expect(audit.code == 1)
    #expect(audit.output.contains("Transfer 1 is out of balance by 1 CNY."))
    #expect(
      audit.output.contains("Account 2 states a balance of 100, its postings come to 101."))
    #expect(audit.output.contains("What block 1 sealed is not what lies in the database now."))
    let found = try json(try jishi("audit", "--json"))
    #expect((found["faults"] as? [String])?.isEmpty == false)
    try sql("delete from ledger_block; delete from counter where name = 'ledger_block'")
    #expect(try jishi("audit").output.contains("its end was cut off"))
    let refused = try jishi("seal")
    #expect(refused.code == 1)
    #expect(refused.errors.contains("do not agree on block 1"))
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `as a service it seals until it is asked to end`(number: Int32) throws {
    try fund()
    let service = try Child(
      Command.ours("jishi"), ["seal", "--every", "0.1"], in: folder.path)
    var said = ""
    func says(_ line: String) -> Bool {
      while !said.contains(line) {
        guard let some = service.read(within: .seconds(120)), !some.isEmpty else { return false }
        said += String(decoding: some, as: UTF8.self)
      }
      return true
    }
    #expect(says("Sealed block 1.\n"))
    try sql(
      """
      insert into ledger_account values (3, 2, 'wallet', 'CNY', 'sandbox', 0, 0, 0, null);
      update counter set value = 3 where name = 'ledger_account';
      """)
    #expect(says("Sealed block 2.\n"))
    service.signal(number)
    #expect(service.wait() == 0, "\(service.errors)")
    said += service.readAll()
    #expect(said.hasSuffix("Sealed 2 blocks and ended as asked.\n"))
    let heads = try String(contentsOfFile: folder.file("data/ledger.head"), encoding: .utf8)
    #expect(heads.split(separator: "\n").count == 2)
    #expect(try jishi("audit").code == 0)
  }

  @Test func `an interval that makes no sense is wrong use`() throws {
    for text in ["0", "x", "-1", "1e9"] {
      let answer = try jishi("seal", "--every=\(text)")
      #expect(answer.code == 2)
      #expect(answer.errors.contains("--every needs seconds"), "\(answer.errors)")
    }
    #expect(try jishi("audit", "--head", "").code == 2)
  }
}
