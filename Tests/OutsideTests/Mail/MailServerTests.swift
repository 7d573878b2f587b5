import Outside
import Testing

@Suite struct MailServerTests {
  @Test func `the port and the security are those of the scheme`() throws {
    let secure = try MailServer("smtps://mail.example.com")
    #expect((secure.host, secure.port) == ("mail.example.com", 465))
    #expect(secure.security == .tls)
    #expect(secure.user == nil)
    let starting = try MailServer("smtp://Mail.Example.com/")
    #expect((starting.host, starting.port) == ("mail.example.com", 587))
    #expect(starting.security == .startTLS)
    let open = try MailServer("smtp://[::1]:25?tls=none")
    #expect((open.host, open.port) == ("[::1]", 25))
    #expect(open.security == .none)
    #expect(try MailServer("smtp://relay.internal:25/?tls=none").security == .none)
    #expect(try MailServer("smtps://m.cn?ca=/etc/my%20own.pem").authorities == "/etc/my own.pem")
  }

  @Test func `a login may have any signs`() throws {
    let server = try MailServer("smtps://me%40example.com:a%3Ab%20%E5%AF%86@mail.example.com:2465")
    #expect(server.user == "me@example.com")
    #expect(server.port == 2_465)
  }

  @Test(arguments: [
    ("", MailServerError.form), ("mail.example.com", .form), ("http://mail.example.com", .form),
    ("smtp://", .form), ("smtp://a b", .form), ("smtp://邮.cn", .form), ("smtp://m.cn/x", .form),
    ("smtp://m.cn#x", .form), ("smtp://m.cn\r\n", .form), ("smtp://a@b:topsecret@m.cn", .form),
    ("smtp://m.cn:0", .port), ("smtp://m.cn:65536", .port), ("smtp://m.cn:123456", .form),
    ("smtp://me@m.cn", .login), ("smtp://:topsecret@m.cn", .login), ("smtp://me:@m.cn", .login),
    ("smtp://me:a:topsecret@m.cn", .login), ("smtp://me:topsecret%@m.cn", .login),
    ("smtp://me:topsecret%4@m.cn", .login), ("smtp://me:topsecret%+4@m.cn", .login),
    ("smtp://me:topsecret%0D@m.cn", .login), ("smtp://me:topsecret%FF@m.cn", .login),
    ("smtp://m.cn?tls=maybe", .option("tls")), ("smtps://m.cn?tls=none", .option("tls")),
    ("smtp://m.cn?x=1", .option("x")), ("smtp://m.cn?tls", .option("tls")),
    ("smtp://m.cn?ca=a&ca=b", .option("ca")), ("smtp://m.cn?ca=", .option("ca")),
    ("smtp://me:topsecret@m.cn?tls=none", .openSecret(host: "m.cn")),
    ("smtp://me:topsecret@127.0.0.1.evil.cn?tls=none", .openSecret(host: "127.0.0.1.evil.cn")),
  ])
  func `what is no address of a server is said so, and no secret repeated`(
    text: String, fault: MailServerError
  ) {
    let thrown = #expect(throws: MailServerError.self) { try MailServer(text) }
    #expect(thrown == fault)
    #expect(thrown?.description.contains("topsecret") == false)
    #expect("\(String(reflecting: thrown))".contains("topsecret") == false)
  }

  @Test(arguments: ["localhost", "127.0.0.1", "[::1]"])
  func `on this machine a password may go as it is`(host: String) throws {
    #expect(try MailServer("smtp://me:topsecret@\(host)?tls=none").user == "me")
  }

  @Test func `however it is printed it shows no secret`() throws {
    let server = try MailServer("smtps://me:topsecret@mail.example.com")
    var dumped = ""
    dump(server, to: &dumped)
    dump(Mailer.smtp(server), to: &dumped)
    for text in ["\(server)", String(reflecting: server), "\(Mailer.smtp(server))", dumped] {
      #expect(!text.contains("topsecret"))
      #expect(text.contains("mail.example.com"))
    }
  }
}
