import CXML
import Dispatch
import Foundation
import Synchronization

/// The files of a built site, read: pages by their addresses, and what else there is.
struct BuiltSite {
  let addresses: Addresses
  let pages: [String: Page]
  /// Everything but pages, by address.
  let files: [String: [UInt8]]
  /// What `robots.txt` keeps for people: the endpoint answers there, and no file.
  let closed: Set<String>

  init(folder: String, addresses: Addresses) throws {
    self.addresses = addresses
    let root = URL(filePath: folder, directoryHint: .isDirectory).resolvingSymlinksInPath()
    var names: [String] = []
    for case let name as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
      names.append(name)
    }
    xmlInitParser()
    let read = Mutex<(pages: [String: Page], files: [String: [UInt8]])>(([:], [:]))
    let failure = Mutex<(any Error)?>(nil)
    let all = names
    DispatchQueue.concurrentPerform(iterations: all.count) { index in
      let url = root.appending(path: all[index])
      do {
        guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
          return
        }
        let bytes = [UInt8](try Data(contentsOf: url))
        let address = Self.address(of: all[index])
        guard all[index].hasSuffix(".html") else {
          read.withLock { $0.files[address] = bytes }
          return
        }
        var page = PageReader.page(
          at: address, in: addresses.tongue(of: address), bytes)
        page.checkAlone(addresses)
        page.checkBuildTime(bytes, of: url)
        page.forgetText()
        let whole = page
        read.withLock { $0.pages[address] = whole }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    (pages, files) = read.withLock { $0 }
    closed = Self.closed(in: files["/robots.txt"] ?? [])
  }

  private static func closed(in robots: [UInt8]) -> Set<String> {
    let lines = String(decoding: robots, as: UTF8.self).split(whereSeparator: \.isNewline)
    let mark = "Disallow: "
    return Set(lines.filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) })
  }

  /// Where a file of the output is reached.
  static func address(of file: String) -> String {
    guard file.hasSuffix(".html") else { return "/" + file }
    return file == "index.html" ? "/" : "/" + file.dropLast(".html".count)
  }

  func has(_ path: String) -> Bool { pages[path] != nil || files[path] != nil }

  /// The page that a whole address leads to.
  func page(at whole: String) -> Page? {
    guard case .inside(let path, nil) = addresses.inside(whole) else { return nil }
    return pages[path]
  }

  func whole(_ page: Page) -> String { addresses.whole(page.address) }

  /// Search engines may list it, under its own address.
  func isListed(_ page: Page) -> Bool {
    page.isIndexed && !page.isStub && page.kind != .missing && page.canonicals == [whole(page)]
  }
}

extension [String: Page] {
  /// In an order that does not change from run to run.
  var sorted: [Page] { values.sorted { $0.address < $1.address } }
}
