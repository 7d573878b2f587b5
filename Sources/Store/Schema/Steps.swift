/// The steps that have been released. A new one goes to the end, in a file of the noun it serves
/// or here.
extension Schema {
  static let theLog = Migration(
    number: 1, name: "the log, its readers, and the numbers",
    statements: [
      "create table counter (name TEXT primary key, value INT not null, check (value >= 0))",
      """
      create table change (
        id ID, at INT not null, noun TEXT not null, subject INT not null,
        before_route TEXT, after_route TEXT)
      """,
      "create table cursor (name TEXT primary key, position INT not null, moved_at INT not null)",
      """
      create table idempotency (
        scope TEXT not null, key TEXT not null, request BYTES not null, answer TEXT,
        at INT not null, primary key (scope, key))
      """,
      "create index idempotency_at on idempotency (at)",
    ])

  static let theQueue = Migration(
    number: 2, name: "the queue, its schedule, and what goes out",
    statements: [
      """
      create table queued_task (
        id ID, kind TEXT not null, payload TEXT not null, key TEXT, state TEXT not null,
        due_at INT not null, attempts INT not null, fault TEXT,
        check (state in ('waiting', 'running', 'done', 'dead')), check (attempts >= 0))
      """,
      "create index queued_task_due on queued_task (due_at, id) where state in ('waiting', 'running')",
      "create index queued_task_over on queued_task (state, due_at) where state in ('done', 'dead')",
      """
      create unique index queued_task_key on queued_task (key) where state = 'waiting'
      """,
      """
      create table schedule (
        name TEXT primary key, kind TEXT not null, payload TEXT not null,
        every_ms INT not null, next_at INT not null, check (every_ms > 0))
      """,
      """
      create table outgoing (
        id ID, channel TEXT not null, recipient TEXT not null, body TEXT not null,
        written_at INT not null, sent_at INT)
      """,
    ])

  static let theStaff = Migration(
    number: 3, name: "the audit log and the settings",
    statements: [
      """
      create table audit (
        id ID, at INT not null, actor TEXT not null, action TEXT not null,
        noun TEXT not null, subject INT not null, detail TEXT not null)
      """,
      "create index audit_subject on audit (noun, subject, id)",
      """
      create table setting (
        id ID, name TEXT not null, version INT not null, value TEXT not null, at INT not null,
        actor TEXT not null, unique (name, version))
      """,
    ])
}
