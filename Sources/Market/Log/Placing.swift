/// Who knows where things are shown besides their own pages.
package protocol Placing: ~Copyable {
  func gigPlaces(_ id: ID<Gig>) throws -> GigPlaces?
  func gigPlaces(of party: ID<Party>) throws -> [GigPlaces]
  func sellerPlaces(_ party: ID<Party>) throws -> SellerPlaces
  func reviewed(_ id: ID<Review>) throws -> (gig: ID<Gig>, seller: ID<Party>)?
  func gigs(taggedWith tag: ID<Tag>) throws -> [ID<Gig>]
  /// Those whose published versions show the file.
  func gigs(showing media: ID<MediaFile>) throws -> [ID<Gig>]
  /// Those whose works show it.
  func sellers(showing media: ID<MediaFile>) throws -> [ID<Party>]
  func sellers(skilledIn skill: ID<Skill>) throws -> [ID<Party>]
  /// How many a listing ever gave; 0 for none.
  func slots(of listing: Listing) throws -> Int64
}
