// Who is signed in. A cookie that says nothing else tells that somebody is; the endpoint is asked who,
// and what it says is kept for some minutes. Browsers may keep nothing, and then each page asks.
const minutesKept = 5;
const name = "me";

export function forget() {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Then nothing was kept.
  }
}

function kept() {
  try {
    const { at, me } = JSON.parse(sessionStorage.getItem(name));
    return Date.now() - at < minutesKept * 60_000 ? me : null;
  } catch {
    return null;
  }
}

async function asked() {
  try {
    const me = await (await fetch("/api/v1/me", { credentials: "same-origin" })).json();
    if (me.signedIn) sessionStorage.setItem(name, JSON.stringify({ at: Date.now(), me }));
    return me;
  } catch {
    return null;
  }
}

/** Null when nobody is, or nobody knows. */
export async function whoIsHere() {
  if (!document.cookie.split("; ").includes("hello=1")) {
    forget();
    return null;
  }
  // What is changed on the pages of the account is seen at once.
  if (document.querySelector(".app")) forget();
  const me = kept() ?? (await asked());
  return me?.signedIn ? me : null;
}
