// On a phone the steps do not all fit: the one that is open is in sight.
const here = document.querySelector("#studio-steps [aria-current]");
const rail = here?.closest(".rail");

if (rail) {
  const [step, room] = [here, rail].map((it) => it.getBoundingClientRect());
  rail.scrollLeft += step.left + step.width / 2 - room.left - room.width / 2;
}
