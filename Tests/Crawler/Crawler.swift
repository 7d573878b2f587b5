import Crawling
import Foundation

/// `Crawler FOLDER SITE`: every fault of a built site, a line each; 1 if there is any.
@main
struct Crawler {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let folder = arguments.first, let site = arguments.last else {
      print("Crawler FOLDER SITE")
      exit(2)
    }
    let crawl = try Crawl(folder: folder, site: site)
    for fault in crawl.faults { print(fault) }
    let counts = Dictionary(grouping: crawl.faults, by: \.rule.rawValue).mapValues(\.count)
    for (rule, count) in counts.sorted(by: { $0.value > $1.value }) {
      print("  \(count) × \(rule)")
    }
    for weight in crawl.weights.prefix(1) {
      print("The heaviest gig is \(weight.page): \(weight.bytes) bytes packed.")
    }
    print("\(crawl.pages) pages and \(crawl.files) other files: \(crawl.faults.count) faults.")
    exit(crawl.faults.isEmpty ? 0 : 1)
  }
}
