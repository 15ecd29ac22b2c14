// Tokens against forged forms belong to the session. Where it was begun anew in another tab, this page takes over the new
// ones and does the refused step again, but never in the name of somebody else.
(() => {
  const words = document.getElementById("banner").dataset;
  const own = document.body.dataset.person;
  const waiting = new Set(); // whose step waits for new tokens
  const repeated = new Set(); // whose step is done again; a second refusal has another reason
  let asking = null;
  let told = null; // who was already said to be signed in now; a step always says it

  const take = (page) => {
    const headers = page.body.getAttribute("hx-headers");
    const token = Object.values(JSON.parse(headers))[0];
    document.body.setAttribute("hx-headers", headers);
    document.querySelectorAll("input[name=_csrf]").forEach((field) => { field.value = token; });
  };

  // Any page of this person has both their name and the tokens.
  const ask = async () => {
    const page = new DOMParser().parseFromString(await (await fetch("/you")).text(), "text/html");
    const person = page.body.dataset.person ?? "";
    if (person === own) {
      take(page);
    }
    return person;
  };

  const say = (person, forStep) => {
    if (person) {
      window.undertone.tell(words.other.replace("{0}", person));
    } else {
      window.undertone.tell(words.login, true);
      document.dispatchEvent(new CustomEvent("queue:session", { detail: { forStep } }));
    }
  };

  const renew = async (forStep = false) => {
    asking ??= ask().finally(() => { asking = null; });
    const person = await asking;
    if (person !== own && (forStep || person !== told)) {
      say(person, forStep);
    }
    told = person;
    return person === own;
  };
  window.undertone.renew = renew;

  const repeat = async ({ elt, target, verb, path, triggeringEvent }) => {
    if (!elt.isConnected) {
      window.undertone.tell(words.stale);
      return;
    }
    repeated.add(elt);
    try {
      await htmx.ajax(verb, path, { source: elt, target, event: triggeringEvent });
    } catch {
      // Said like any request that is not answered.
    } finally {
      repeated.delete(elt);
    }
  };

  const refused = async (step) => {
    if (waiting.has(step.elt)) {
      return;
    }
    waiting.add(step.elt);
    let renewed = false;
    try {
      renewed = await renew(true);
    } catch {
      window.undertone.gone();
    } finally {
      waiting.delete(step.elt);
    }
    if (renewed) {
      await repeat(step);
    }
  };

  // A plain form that is refused takes what was typed with it, so on a page that has stood for a while the session is looked at
  // first. Before all that others do when a form is sent: they see only what is sent.
  const FRESH = 60_000;
  const sure = new WeakSet();
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const plain = form.method === "post" && form.querySelector("input[name=_csrf]") && !form.matches("[hx-post]");
    if (!plain || performance.now() < FRESH || sure.delete(form)) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    try {
      if (await renew(true)) {
        sure.add(form);
        form.requestSubmit(event.submitter);
      }
    } catch {
      window.undertone.gone();
    }
  }, true);

  document.body.addEventListener("htmx:beforeOnLoad", (event) => {
    const { xhr, requestConfig } = event.detail;
    if (xhr.getResponseHeader("X-Undertone-Problem") === "stale" && !repeated.has(requestConfig.elt)) {
      event.preventDefault();
      refused(requestConfig);
    }
  });
})();
