extension Rules {
  /// What a market starts with. Editing it changes new markets only: each database keeps the
  /// versions it has had.
  package static let standard: Rules = {
    do throws(SheetFaults) {
      return try Rules(text: standardText, file: "standard.rules")
    } catch {
      preconditionFailure("the standard rules are ours to get right:\n\(error)")
    }
  }()

  package static let standardText = """
    # The rules of the marketplace. Print them with `jishi rules --print`, edit the copy, and
    # publish it with `jishi rules --load FILE`. An order is settled by the rules under which it was
    # placed. Amounts and percentages may have decimals, everything else is a whole number.

    [market]
    # In which sellers' earnings are measured; it needs an [asset …] below.
    currency = CNY
    # A change of these rules is published so long before it takes effect.
    notice-days = 7

    [gig]
    # Lengths are in characters as a reader counts them.
    title-characters-max = 80
    summary-characters-max = 160
    description-characters-max = 1200
    tags-max = 5
    tag-characters-max = 24
    packages-min = 1
    packages-max = 3
    package-name-characters-max = 40
    package-description-characters-max = 200
    features-max = 10
    feature-characters-max = 60
    extras-max = 10
    extra-name-characters-max = 80
    faq-max = 10
    faq-question-characters-max = 120
    faq-answer-characters-max = 600
    requirements-max = 10
    requirement-characters-max = 300
    requirement-answer-characters-max = 4000
    media-max = 12
    delivery-days-min = 1
    delivery-days-max = 90
    revisions-max = 9
    unlimited-revisions = yes

    [levels]
    # A first message is answered in time within so many hours; rates look so many days back.
    response-hours = 24
    window-days = 90

    # Sellers' levels, from the lowest. Each may ask for more than the one before and give more.
    [level new]
    gigs-max = 4
    seller-fee-percent = 20
    clearance-days = 14

    [level one]
    gigs-max = 10
    seller-fee-percent = 20
    clearance-days = 14
    orders-min = 5
    buyers-min = 3
    earnings-min = 2500
    rating-min = 4.4
    completion-percent-min = 90
    on-time-percent-min = 85
    response-percent-min = 80
    days-min = 60

    [level two]
    gigs-max = 20
    seller-fee-percent = 20
    clearance-days = 14
    orders-min = 20
    buyers-min = 10
    earnings-min = 12500
    rating-min = 4.6
    completion-percent-min = 92
    on-time-percent-min = 90
    response-percent-min = 90
    days-min = 120

    [level top]
    gigs-max = 30
    seller-fee-percent = 20
    clearance-days = 7
    orders-min = 40
    buyers-min = 20
    earnings-min = 60000
    rating-min = 4.7
    completion-percent-min = 95
    on-time-percent-min = 95
    response-percent-min = 90
    days-min = 180

    [fees]
    buyer-fee-percent = 5.5

    # One section for each currency the market deals in. A token needs a `scale`, its decimals.
    [asset CNY]
    price-min = 5
    price-max = 1000000
    # What costs less than this pays the fixed fee on top of the percentage.
    small-order-below = 100
    small-order-fee = 2

    [order]
    offer-days = 7
    payment-hours = 24
    requirement-reminder-days = 2
    requirement-reminders-max = 3
    requirements-days = 14
    due-reminder-hours = 24
    # From so long past the due date the buyer may cancel and gets everything back.
    late-cancel-hours = 24
    abandoned-days = 14
    # Silence after a delivery accepts it.
    silent-acceptance-days = 3
    revision-days = 3
    cancellation-answer-days = 2
    extension-answer-days = 2

    [contract]
    milestones-max = 50
    funded-milestones-min = 1
    funding-days = 14
    # Silence after a milestone was submitted pays it.
    milestone-silence-days = 14

    [hourly]
    # Weeks go from Monday to Sunday in UTC.
    slot-minutes = 10
    weekly-hours-usual = 40
    weekly-hours-max = 80
    # The buyer reviews a week until this day of the next is over: 5 is Friday.
    review-days = 5

    [dispute]
    answer-business-days = 5
    offer-answer-business-days = 3
    offers-max = 5
    decision-business-days = 10
    statement-characters-max = 4000
    evidence-files-max = 20
    # Both are counted from when the money was released.
    help-days = 30
    voluntary-refund-days = 180

    [review]
    window-days = 14
    stars-min = 1
    stars-max = 5
    text-characters-max = 2000
    reply-characters-max = 1000
    reply-days = 30

    [message]
    text-characters-max = 4000
    attachments-max = 10
    # To somebody who has not answered yet.
    unanswered-max = 5
    appeal-days = 14

    """
}
