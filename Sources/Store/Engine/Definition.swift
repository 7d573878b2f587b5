/// A statement of a migration in the words both engines share: ID, INT, TEXT and BYTES for column
/// types; everything else is standard.
struct Definition {
  private let statement: String

  init(_ statement: String) { self.statement = statement }

  /// Strict tables refuse a value of another type, as PostgreSQL does.
  var forSQLite: String {
    let types = [
      "ID": "INTEGER PRIMARY KEY", "INT": "INTEGER", "TEXT": "TEXT", "BYTES": "BLOB",
    ]
    guard statement.hasPrefix("create table") else { return translated(types) }
    return translated(types) + (isClustered ? " strict, without rowid" : " strict")
  }

  /// A key of several columns: the rows lie in its order, and are not kept a second time in the
  /// order of numbers that nobody asks for.
  private var isClustered: Bool { statement.contains("primary key (") }

  /// The "C" collation orders text by its bytes, as SQLite does.
  var forPostgres: String {
    translated([
      "ID": "bigint primary key", "INT": "bigint", "TEXT": "text collate \"C\"", "BYTES": "bytea",
    ])
  }

  private func translated(_ types: [String: String]) -> String {
    var translation = ""
    var word = ""
    for character in statement {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        translation += types[word] ?? word
        translation.append(character)
        word = ""
      }
    }
    return translation + (types[word] ?? word)
  }
}
