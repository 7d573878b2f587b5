// Sends a file piece by piece, and goes on where it was whatever breaks off: also after the page was
// loaded anew and the same file is chosen again.
const longest = 30;
const rest = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

// `at` is the address of the API, `token` what the page carries. `tell` gets how much of it is there and
// whether it stalls, and says whether to go on. The answer is what the API says of the file in the end.
export async function send(file, at, token, tell) {
  async function ask(path, method, body, fields) {
    const headers = { "Form-Token": token, ...fields };
    const reply = await fetch(at + path, { method, body, headers });
    const said = await reply.json();
    if (reply.status >= 500 || reply.status === 429) throw reply;
    return said;
  }

  const { name, size, type } = file;
  const { files = [] } = await ask("", "GET");
  const isSame = (it) => it.state === "arriving" && it.name === name && it.bytes === size;
  const json = { "Content-Type": "application/json" };
  const offer = JSON.stringify({ name, type, bytes: size });
  let it = files.find(isSame) ?? (await ask("", "POST", offer, json));
  let wait = 1;
  while (it.state === "arriving" && tell(it.offset / size, wait > 1)) {
    const binary = "application/offset+octet-stream";
    const fields = { "Upload-Offset": it.offset, "Content-Type": binary };
    try {
      const piece = file.slice(it.offset, it.offset + it.pieceBytes);
      const next = await ask("/" + it.media, "PATCH", piece, fields);
      wait = 1;
      // Another tab may have sent a piece.
      it = next.media ? next : await ask("/" + it.media, "GET");
    } catch {
      await rest((wait = Math.min(longest, wait * 2)));
      it = await ask("/" + it.media, "GET").catch(() => it);
    }
  }
  while (it.state === "waiting" && tell(1, false)) {
    await rest(1);
    it = await ask("/" + it.media, "GET").catch(() => it);
  }
  return it;
}
