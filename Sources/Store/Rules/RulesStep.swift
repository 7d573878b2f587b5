import Market

extension Schema {
  /// A market always has rules: the first version comes with the table. It is kept as text, so a
  /// later program with other standard rules changes nothing for orders of this one.
  static let theRules = Migration(
    number: 4, name: "the versions of the rules",
    statements: [
      """
      create table rule_version (
        id ID, text TEXT not null, digest TEXT not null, from_at INT not null,
        actor TEXT not null, at INT not null)
      """
    ],
    fill: { connection, now in
      let digest = SHA256.digest(of: Rules.standardText).hexadecimal
      _ = try connection.run(
        """
        insert into rule_version (id, text, digest, from_at, actor, at)
        values (1, $1, $2, $3, 'jishi', $3)
        """, [.text(Rules.standardText), .text(digest), now.value]
      ) { _ in }
      _ = try connection.run(
        "insert into counter (name, value) values ($1, 1)", [RuleVersion.noun.value]
      ) { _ in }
    })
}
