package import Pages
package import Theme

/// Sees each page of a build before it is printed, with the path of its file in the site.
package protocol PageReader: Sendable {
  func see<Page: View>(_ page: borrowing Page, at path: String, in edition: Edition) throws
}
