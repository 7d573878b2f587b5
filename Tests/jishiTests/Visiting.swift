import Proving
import Testing

/// The port that a program says it serves at.
func port(in lines: String) throws -> String {
  String(try #require(lines.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//)).1)
}

/// An answer as it comes, head and all.
func get(_ path: String, at port: String) throws -> String {
  let script = """
    exec 3<>/dev/tcp/127.0.0.1/\(port)
    printf 'GET \(path) HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3
    timeout 60 cat <&3
    """
  return try Command.run("bash", ["-c", script]).output
}
