// swift-tools-version: 6.2
import PackageDescription

// The strict flags hold for every target; a warning is an error everywhere, not only in CI.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "jishi",
  products: [
    .executable(name: "jishi", targets: ["jishi"]),
    .executable(name: "jishi-media", targets: ["jishi-media"]),
  ],
  targets: [
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CPostgres", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CQR", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CMarkdown", providers: [.apt(["libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CDeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CBrotli", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    // C of our own, so that Swift never sees a type of ICU: Foundation has others of the same names.
    .target(
      name: "CUnicode",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),

    // The digest of xxHash, whose functions are all in its header (libxxhash-dev).
    .target(name: "CDigest"),

    // What of libcurl takes any number of arguments, for Swift (libcurl4-openssl-dev).
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),

    // Boost.Beast behind a header of C: a server for HTTP/1.1 and WebSocket (libboost1.81-dev).
    .target(
      name: "CBeast", linkerSettings: [.linkedLibrary("ssl"), .linkedLibrary("crypto")]),

    // The parser of Boost.JSON behind a header of C; all of it is in headers (libboost1.81-dev).
    .target(name: "CJSON"),

    // C of our own for what reads and draws pictures: Swift would read all of GLib for them
    // (libvips-dev, libpango1.0-dev).
    .systemLibrary(name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libvips-dev"])]),
    .target(
      name: "CVips", dependencies: ["CGLib"],
      linkerSettings: [.linkedLibrary("vips"), .linkedLibrary("gobject-2.0")]),
    .target(
      name: "CCard", dependencies: ["CGLib"],
      // Their own descriptions bring flags that the package manager complains of.
      cSettings: [
        .unsafeFlags([
          "-I/usr/include/pango-1.0", "-I/usr/include/cairo", "-I/usr/include/harfbuzz",
        ])
      ],
      linkerSettings: ["pangocairo-1.0", "pango-1.0", "cairo", "gobject-2.0"].map {
        .linkedLibrary($0)
      }),

    // What a process says to Linux about itself.
    .target(name: "CProcess"),

    .target(name: "Market", swiftSettings: strict),
    .target(
      name: "Outside", dependencies: ["Market", "COpenSSL", "CCurl"], swiftSettings: strict),
    .target(
      name: "Store",
      dependencies: ["Market", "CSQLite", "CPostgres", "COpenSSL", "CSodium", "CUnicode"],
      swiftSettings: strict),
    .target(
      name: "Theme", dependencies: ["COpenSSL", "CMarkdown", "CUnicode", "CQR"],
      // Hundreds of tests start a program that loads a theme; unoptimised each takes most of a second.
      swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    .target(name: "Pages", dependencies: ["Market", "Theme"], swiftSettings: strict),
    .target(
      name: "Site",
      dependencies: [
        "Market", "Store", "Theme", "Pages", "Outside", "CDigest", "CDeflate", "CBrotli",
      ],
      swiftSettings: strict),
    .target(
      name: "Work", dependencies: ["Market", "Store", "Theme", "Pages", "Outside"],
      swiftSettings: strict),
    .target(name: "HTTP", dependencies: ["CBeast"], swiftSettings: strict),
    .target(
      name: "Web", dependencies: ["Market", "Store", "Pages", "HTTP", "Outside", "CJSON"],
      swiftSettings: strict),
    .executableTarget(
      name: "jishi",
      dependencies: [
        "Market", "Store", "Theme", "Pages", "Outside", "Site", "Work", "HTTP", "Web",
      ],
      swiftSettings: strict,
      // Takes the place of malloc in what is shipped; tests count what they take from that of libc.
      linkerSettings: [.linkedLibrary("jemalloc", .when(configuration: .release))]),
    // Apart from the program that holds the market: it reads what strangers send.
    .executableTarget(
      name: "jishi-media", dependencies: ["Market", "CVips", "CCard", "CProcess"],
      swiftSettings: strict),

    // What tests and benches stand on: temporary folders, a PostgreSQL of our own, other programs.
    .target(name: "Proving", path: "Tests/Proving", swiftSettings: strict),
    // Counts what a thread allocates.
    .target(name: "Counting", path: "Tests/Counting"),
    // A process that is made to be killed.
    .executableTarget(
      name: "Victim", dependencies: ["Market", "Store"], path: "Tests/Victim",
      swiftSettings: strict),
    .testTarget(name: "MarketTests", dependencies: ["Market", "Proving"], swiftSettings: strict),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Market", "Store", "Theme", "Pages", "Site", "Outside", "Proving", "Victim", "jishi",
        "jishi-media",
      ], swiftSettings: strict),
    // Texts that break out where they can, and readers that would notice.
    .target(
      name: "Hostile", dependencies: ["CXML", "Proving"], path: "Tests/Hostile",
      exclude: ["report.js", "watch.js", "xss.txt"], swiftSettings: strict),
    .testTarget(
      name: "ThemeTests", dependencies: ["Theme", "CXML", "Proving", "Counting", "Hostile"],
      exclude: ["Fixtures"], swiftSettings: strict),
    // Pages as they could be, for tests and benches.
    .target(
      name: "Samples", dependencies: ["Market", "Theme", "Pages"], path: "Tests/Samples",
      swiftSettings: strict),
    .testTarget(
      name: "PagesTests",
      dependencies: [
        "Market", "Theme", "Pages", "Samples", "CXML", "Proving", "Counting", "Hostile",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    // Reads a site as it is served, and finds what is wrong with it.
    .systemLibrary(
      name: "CBytes", path: "Tests/CBytes", providers: [.apt(["zlib1g-dev", "libbrotli-dev"])]),
    .target(
      name: "Crawling", dependencies: ["CXML", "CBytes"], path: "Tests/Crawling",
      swiftSettings: strict),
    .executableTarget(
      name: "Crawler", dependencies: ["Crawling"], path: "Tests/Crawler", swiftSettings: strict),
    .testTarget(
      name: "CrawlingTests", dependencies: ["Crawling", "Proving"], swiftSettings: strict),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Market", "Store", "Theme", "Pages", "Site", "jishi", "Crawling", "CBytes", "Proving",
      ], swiftSettings: strict),
    .testTarget(
      name: "WorkTests",
      dependencies: ["Market", "Store", "Theme", "Pages", "Outside", "Work", "Proving"],
      swiftSettings: strict),
    .testTarget(
      name: "OutsideTests", dependencies: ["Market", "Outside", "Proving", "jishi-media"],
      swiftSettings: strict),
    .testTarget(
      name: "HTTPTests", dependencies: ["HTTP", "CBeast", "Proving"], swiftSettings: strict),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Market", "Store", "Pages", "Site", "HTTP", "Web", "Outside", "jishi", "Proving",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "jishiTests", dependencies: ["Market", "Store", "jishi", "Proving"],
      swiftSettings: strict),
    .testTarget(name: "TidyTests", swiftSettings: strict),
    .executableTarget(
      name: "Bench",
      dependencies: [
        "Market", "Store", "Theme", "Pages", "Site", "HTTP", "CSQLite", "CMarkdown", "Proving",
        "Counting", "Samples",
      ], path: "bench",
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx20
)
