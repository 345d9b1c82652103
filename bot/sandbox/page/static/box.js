import { say } from "./words.js";

const PATIENCE = 20_000; // a moved clock may start a whole campaign
const AGAIN = [500, 1000, 2000, 4000];

// Answers {ok: true} or {ok: false, why: "a sentence"}; never throws.
export async function ask(path, body) {
  const form = body instanceof FormData;
  try {
    const response = await fetch(`/box/${path}`, {
      method: "POST",
      headers: form ? {} : { "Content-Type": "application/json" },
      body: form ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const answer = await response.json().catch(() => null);
    if (response.ok && answer?.ok) return { ok: true };
    return { ok: false, why: answer?.why || say("refused") };
  } catch {
    return { ok: false, why: say("noAnswer") };
  }
}

// Calls `show` with every new state, `lost` with true and false as the server goes and comes.
export async function follow(show, lost) {
  let version = -1;
  for (let failures = 0; ; ) {
    try {
      const response = await fetch(`/box/state?since=${version}`, {
        cache: "no-store", signal: AbortSignal.timeout(40_000),
      });
      if (!response.ok) throw new Error(response.statusText);
      const state = await response.json();
      lost(false);
      failures = 0;
      version = state.version;
      shown(show, state);
    } catch {
      lost(true);
      version = -1; // a server that was started again counts from the beginning
      await new Promise((done) => setTimeout(done, AGAIN[Math.min(failures, AGAIN.length - 1)]));
      failures += 1;
    }
  }
}

// A fault in drawing is not a lost connection: say it where developers look, and go on.
function shown(show, state) {
  try {
    show(state);
  } catch (error) {
    console.error(error);
  }
}
