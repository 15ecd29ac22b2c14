// What every page needs: the menu of narrow screens, toasts, and plain words when an answer does not come or is refused.
(() => {
  const banner = document.getElementById("banner");
  const words = banner.querySelector(".banner-words");
  const login = document.getElementById("banner-login");

  const tell = (text, signIn = false) => {
    words.textContent = text;
    login.hidden = !signIn;
    banner.hidden = false;
  };
  const gone = () => tell(banner.dataset.gone);
  const close = () => { banner.hidden = true; };

  document.getElementById("banner-close").addEventListener("click", close);
  document.addEventListener("htmx:sendError", gone);
  document.addEventListener("htmx:timeout", gone);
  // What the page asks for by itself makes nothing good: what somebody was told stays until a step of theirs succeeds.
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
      tell(known ?? said.join(". ").replace(/\.\./g, "."), problem === "401");
    } else if (own(requestConfig)) {
      close();
    }
  });
  // What the header counts has changed with every decision, and with every one that is taken back.
  const DECIDES = /\/(decision|decide|undo)(\/|$)/;
  document.body.addEventListener("htmx:afterRequest", ({ detail }) => {
    const { verb, path } = detail.requestConfig;
    if (verb === "post" && detail.successful && detail.xhr.status < 400 && DECIDES.test(new URL(path, location.href).pathname)) {
      document.body.dispatchEvent(new Event("decided"));
    }
  });
  // For the scripts of single pages that fetch by themselves.
  window.undertone = { tell, gone, close };

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
