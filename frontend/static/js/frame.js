// What every page needs: the menu of narrow screens, toasts, plain words when an answer does not come or is refused, and forms
// that are sent once.
(() => {
  const banner = document.getElementById("banner");
  const words = banner.querySelector(".banner-words");
  const login = document.getElementById("banner-login");

  let closed = null; // the words that somebody has read and closed
  let ofStep = false; // whether the banner tells of a step of theirs

  const tell = (text, signIn = false) => {
    closed = null;
    ofStep = true;
    words.textContent = text;
    login.hidden = !signIn;
    banner.hidden = false;
  };
  const gone = () => tell(banner.dataset.gone);
  const close = () => { banner.hidden = true; };
  // What the page asks for by itself fails again and again: said once, and never in the place of what a step came to.
  const tellOnce = (text, signIn) => {
    if (text !== closed && (banner.hidden || (!ofStep && text !== words.textContent))) {
      tell(text, signIn);
      ofStep = false;
    }
  };

  document.getElementById("banner-close").addEventListener("click", () => {
    close();
    closed = words.textContent;
  });
  const own = ({ verb, triggeringEvent }) => verb !== "get" || Boolean(triggeringEvent?.isTrusted);
  // Before the scripts of single pages, so that they know what will not be shown.
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, requestConfig } = event.detail;
    const problem = xhr.getResponseHeader("X-Undertone-Problem");
    if (problem) {
      event.detail.shouldSwap = false;
      const part = new DOMParser().parseFromString(xhr.responseText, "text/html");
      const said = [...part.querySelectorAll("p")].map((line) => line.textContent.trim());
      const known = { 401: banner.dataset.login, stale: banner.dataset.stale }[problem];
      const say = own(requestConfig) ? tell : tellOnce;
      say(known ?? said.join(". ").replace(/\.\./g, "."), problem === "401");
    } else {
      closed = null;
      // What the page asks for by itself makes nothing good: what somebody was told stays until a step of theirs succeeds.
      if (own(requestConfig) || !ofStep) {
        close();
      }
    }
  });
  // What the header counts has changed with every decision, and with every one that is taken back.
  const DECIDES = /\/(decision|decide|undo)(\/|$)/;
  // The request itself is listened to: htmx tells of it where its button was, which may be gone from the page by then.
  document.body.addEventListener("htmx:beforeSend", ({ detail: { xhr, requestConfig } }) => {
    for (const silence of ["error", "timeout"]) {
      xhr.addEventListener(silence, () => (own(requestConfig) ? tell : tellOnce)(banner.dataset.gone));
    }
    xhr.addEventListener("loadend", () => {
      const done = requestConfig.verb === "post" && xhr.status >= 200 && xhr.status < 400;
      if (done && DECIDES.test(new URL(requestConfig.path, location.href).pathname)) {
        document.body.dispatchEvent(new Event("decided"));
      }
    });
  });
  // For the scripts of single pages that fetch by themselves.
  window.undertone = { tell, gone, close, own };

  // A second click on a form would do it twice, and tell of the second time only.
  const sent = new Set();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") {
      return; // htmx sends it, or it only asks
    }
    if (sent.has(form)) {
      event.preventDefault();
    }
    sent.add(form);
  });
  window.addEventListener("pageshow", () => sent.clear());
  window.addEventListener("beforeunload", (event) => setTimeout(() => event.defaultPrevented && sent.clear())); // who was asked, and stayed

  // A live region that is itself replaced says nothing, or the same every second: what changed is said in one that stays.
  const aloud = document.getElementById("said-aloud");
  const news = () => document.querySelector("[data-say]")?.textContent.trim().replace(/\s+/g, " ") ?? "";
  let heard = news();
  document.body.addEventListener("htmx:beforeSend", ({ detail }) => {
    if (detail.requestConfig.triggeringEvent?.isTrusted) {
      heard = aloud.textContent = ""; // who asks again is answered again
    }
  });
  document.body.addEventListener("htmx:afterRequest", () => {
    if (news() !== heard) {
      heard = aloud.textContent = news();
    }
  });

  const fold = document.getElementById("fold");
  const pages = document.getElementById("pages");
  fold.hidden = false;
  fold.addEventListener("click", () => {
    const open = fold.getAttribute("aria-expanded") === "true";
    fold.setAttribute("aria-expanded", String(!open));
    pages.classList.toggle("open", !open);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document.querySelectorAll("details.menu[open]").forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
    }
  });
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
    const dismiss = event.target.closest(".toast .dismiss");
    if (dismiss) {
      dismiss.closest(".toast").remove();
    }
  });

  // The newest toast says what was just done; an older Undo would be pressed by mistake.
  const toasts = document.getElementById("toasts");
  new MutationObserver(() => {
    while (toasts.children.length > 1) {
      toasts.firstElementChild.remove();
    }
  }).observe(toasts, { childList: true });
})();
