/// An index of the words of a table, which is all that the engines do not share in searching: here is
/// what each of them says instead. Everything else about it is the same statement on both.
///
/// The table has a number in its first column, and in `words` what it is found by, with blanks between:
/// letters and digits of any writing, and the signs `+`, `#` and `^`. Neither engine looks into a word.
///
/// - A migration says `create text index on gig_search (gig)`, and who has copied rows
///   `fill text index on gig_search (gig)`.
/// - Before a row is changed or deleted, `unindex gig_search where gig = $1`; after it was changed or
///   added, `index gig_search where gig = $1`. A trigger could not: SQLite lets none use an index that
///   it did not declare harmless, since the file might be somebody else's.
/// - A question says `matches(gig_search, $1)` for the numbers, as `id`, of the rows that have every
///   word of `$1`: only the newest of them, when there are very many. There is one word at least.
struct TextIndex {
  private let isFilled: Bool
  private let table: Substring
  private let number: Substring

  /// Nil for a statement that makes something else.
  init?(of statement: String) {
    let whole = statement.wholeMatch(of: /(create|fill) text index on (\w+) \((\w+)\)/)
    guard let (_, verb, table, number) = whole?.output else { return nil }
    (isFilled, self.table, self.number) = (verb == "fill", table, number)
  }

  var filling: String { "fill text index on \(table) (\(number))" }

  /// The words stay in their table alone.
  var forSQLite: String {
    if isFilled { return "insert into \(table)_index (\(table)_index) values ('rebuild')" }
    return """
      create virtual table \(table)_index using fts5 (
        words, content = '\(table)', content_rowid = '\(number)', detail = none, columnsize = 0,
        tokenize = "ascii tokenchars '+#^'")
      """
  }

  /// Made of a list of words, so that no parser of the server's looks at them. The server keeps it
  /// by itself.
  var forPostgres: [String] {
    if isFilled { return [] }
    return [
      """
      alter table \(table) add column word_list tsvector
        generated always as (array_to_tsvector(string_to_array(words, ' '))) stored
      """,
      "create index \(table)_index on \(table) using gin (word_list) with (fastupdate = off)",
      "create view \(table)_words as select \(number) as id, word_list from \(table)",
    ]
  }

  static func forSQLite(_ statement: String) -> String {
    if let step = Step(statement) {
      let (table, number) = (step.table, step.number)
      return step.isOut
        ? """
        insert into \(table)_index (\(table)_index, rowid, words)
        select 'delete', \(number), words from \(table) where \(number) = $1
        """
        : """
        insert into \(table)_index (rowid, words)
        select \(number), words from \(table) where \(number) = $1
        """
    }
    return replacing(in: statement) { table, words in
      """
      (select rowid as id from \(table)_index
        where \(table)_index match '"' || replace(\(words), ' ', '" "') || '"'
        order by rowid desc limit \(rowsMax))
      """
    }
  }

  static func forPostgres(_ statement: String) -> String {
    // There is nothing to do.
    if Step(statement) != nil { return "select 1 where cast($1 as bigint) is null" }
    return replacing(in: statement) { table, words in
      """
      (select id from \(table)_words
        where word_list @@
          cast('''' || replace(\(words), ' ', ''' & ''') || '''' as tsquery)
        order by id desc limit \(rowsMax))
      """
    }
  }

  /// A row that goes into the index or out of it.
  private struct Step {
    let isOut: Bool
    let table: Substring
    let number: Substring

    init?(_ statement: String) {
      let words = statement.split(separator: " ")
      guard words.count == 6, words[0] == "index" || words[0] == "unindex" else { return nil }
      (isOut, table, number) = (words[0] == "unindex", words[1], words[3])
    }
  }

  /// Of more that match, only the newest so many are looked at, so that no question takes long.
  static let rowsMax = 20_000

  private static func replacing(
    in statement: String, _ body: (Substring, Substring) -> String
  ) -> String {
    // Nearly no statement has one, and this is all that those pay.
    guard statement.utf8.contains(UInt8(ascii: "m")), statement.contains("matches(") else {
      return statement
    }
    return statement.replacing(/matches\((\w+), (\$\d+)\)/) { body($0.1, $0.2) }
  }
}
