// A page is the same at every hour, so the visitor's browser says what time it is at the seller's, and
// takes away what was said of days that are over.
const language = document.documentElement.lang;

function clock(zone, options) {
  try {
    return new Intl.DateTimeFormat(options.locale ?? language, { ...options, timeZone: zone });
  } catch {
    return null;
  }
}

const places = [...document.querySelectorAll("[data-clock]")];
const zone = places[0]?.dataset.clock;
const time = zone && clock(zone, { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

function show() {
  for (const place of places) {
    if (place.localName === "dd") place.textContent = time.format();
    place.hidden = false;
  }
}

if (time) {
  show();
  setInterval(show, 30_000);
}

// As 2026-12-31.
const today = zone && clock(zone, { locale: "sv-SE", dateStyle: "short" })?.format();
for (const each of document.querySelectorAll("[data-until]")) {
  if (today && each.dataset.until < today) each.hidden = true;
}
