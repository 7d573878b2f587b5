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
    return translated(types) + (statement.hasPrefix("create table") ? " strict" : "")
  }

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
