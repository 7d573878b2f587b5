// A page is the same for everybody and does not know the hour, so the visitor's browser says how
// long ago something was. The day itself stays in the tooltip.
const units = [["day", 1], ["week", 7], ["month", 30.44]];
const daysMax = 180;

const language = document.documentElement.lang;
const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });

for (const time of document.querySelectorAll("time[data-ago]")) {
  const then = new Date(time.dateTime.length > 10 ? time.dateTime : time.dateTime + "T12:00");
  const days = Math.round((Date.now() - then) / 86_400_000);
  if (!(days >= 0 && days <= daysMax)) continue;
  const [unit, length] = units.findLast(([, length]) => days >= 2 * length) ?? units[0];
  time.title = time.textContent;
  time.textContent = format.format(-Math.round(days / length), unit);
}
