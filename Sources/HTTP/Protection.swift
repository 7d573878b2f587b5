/// What every answer tells the browser not to allow. Pages have nothing inline, and load nothing
/// from elsewhere.
///
/// HSTS is not among it: it counts only where TLS ends, which is in front of us.
package enum Protection {
  package static let lines: [(String, String)] = [
    ("Content-Security-Policy", policy),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
      "Permissions-Policy",
      "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
  ]

  /// The same, as they are sent.
  package static let fields = FieldLines(lines)

  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "media-src 'self'", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")
}
