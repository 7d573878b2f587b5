/// Where the files are that sellers send: while they arrive, and for good.
package struct MediaPlaces: Sendable {
  package let spool: Spool
  package let shelf: Shelf

  package init(_ spool: Spool, _ shelf: Shelf) { (self.spool, self.shelf) = (spool, shelf) }
}
