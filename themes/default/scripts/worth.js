// Prices are those of the seller. Who has chosen another currency reads beside them what they are worth
// in it, about, by the rate that was recorded last.
import { whoIsHere } from "./me.js";

const facts = [...document.querySelectorAll("script[type='application/ld+json']")];
const { offers } = facts.map((each) => JSON.parse(each.textContent)).find((each) => each.offers) ?? {};
const own = offers?.[0]?.priceCurrency;

async function tell(currency) {
  const reply = await fetch(`/api/v1/rates/${own}/${currency}`);
  if (!reply.ok) return;
  const rate = await reply.json();
  const kind = { style: "currency", currency };
  // It is about so much: of what is large, nobody reads the cents.
  const round = { ...kind, maximumFractionDigits: 0 };
  const shown = (worth) =>
    new Intl.NumberFormat(document.documentElement.lang, worth < 100 ? kind : round).format(worth);
  const prices = document.querySelectorAll(":is(.buy-plan, .buy-price) .price");
  offers.forEach(({ price }, at) => {
    const worth = document.createElement("span");
    worth.className = "worth";
    worth.title = `${rate.source}, ${new Date(rate.at).toISOString().slice(0, 10)}`;
    worth.textContent = "≈ " + shown((price * rate.numerator) / rate.denominator);
    prices[at]?.append(worth);
  });
}

const me = own && (await whoIsHere());
if (me && me.currency !== own) tell(me.currency);
