// List and item on one page: opening, filtering, refreshing, and trying again when the server was gone.
(() => {
  const item = document.getElementById("item");
  const list = document.getElementById("list");
  const wide = matchMedia("(min-width: 900px)");
  let scrolled = 0;
  let focused = null;
  let more = null; // how many rows there were, while somebody waits for the next ones
  let failed = null;
  let onWords = false; // whether the focus is on the link to the words that come in its place
  let step = null; // the request of the newest one
  let posting = 0; // own steps under way; what they bring counts, whatever is heard meanwhile
  const asked = new WeakMap(); // what stood there when a fresh look at it was asked for, by request

  const data = () => document.getElementById("list-data").dataset;
  let search = data().search ?? ""; // which list somebody wants: the one on screen, or one that is still on its way
  const sheet = () => item.querySelector(".sheet");
  const path = (address) => new URL(address, location.href).pathname;

  document.body.addEventListener("htmx:configRequest", (event) => {
    const sent = event.detail.parameters;
    const { pathname, searchParams } = new URL(event.detail.path, location.href);
    if (!pathname.endsWith("/queue/rows") && !pathname.endsWith("/words")) {
      sent.shown = String(list.querySelectorAll(".row").length);
      const wanted = new URLSearchParams(search);
      // What the address of a list leaves out is the usual.
      const unsaid = pathname.endsWith("/queue/list") ? [] : ["queue", "status", "sort"].filter((name) => !searchParams.has(name));
      unsaid.forEach((name) => { sent[name] = wanted.get(name) ?? ""; });
    }
    const stays = step?.readyState === XMLHttpRequest.DONE && !(step.status > 0 && step.status < 400);
    if (event.detail.elt === item && stays) {
      event.preventDefault(); // what went wrong with the step stands beside the item
    }
    const act = document.getElementById("act");
    if (event.detail.verb === "post" && act) {
      sent.from ??= act.elements.from.value;
      sent.token ??= act.elements.token?.value ?? "";
    }
  });

  const mark = () => {
    const shown = sheet()?.dataset.item;
    for (const row of list.querySelectorAll(".row")) {
      if (row.dataset.id === shown) {
        row.setAttribute("aria-current", "true");
      } else {
        row.removeAttribute("aria-current");
      }
    }
  };

  // What is opened waits behind a step under way: its answer would take the place of what somebody reads and writes about by then.
  const show = (address, event) => htmx.ajax("GET", address, { source: "#item", target: "#item", event });
  window.addEventListener("popstate", (event) => {
    if (location.pathname === sheet()?.dataset.address) {
      return; // only another part of the same item
    }
    location.pathname.includes("/items/") ? show(location.pathname + location.search, event) : location.reload();
  });

  // Of the requests of one source that wait htmx keeps only the newest: the list must not push out an item, so it asks by itself.
  const relist = (event) => htmx.ajax("GET", "/queue/list" + search, { source: "#list", target: "#list", event });
  document.addEventListener("queue:refresh", () => relist());
  document.addEventListener("queue:reopen", (event) => {
    const shown = sheet();
    if (shown && posting === 0) {
      htmx.ajax("GET", shown.dataset.address + (event.detail?.lost ? "?lost=true" : ""), { target: "#item", event });
    }
  });

  // The second click of a double one would decide the next item unread: its buttons come up in the same place.
  document.addEventListener("click", (event) => {
    if (event.detail > 1 && event.target.closest("#item button[type=submit], #list-next")) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const row = event.target.closest(".row .open");
    if (row && wide.matches) {
      event.preventDefault();
      show(path(row.href) + search, event);
      return;
    }
    const filter = event.target.closest("a.filter");
    if (filter) {
      event.preventDefault();
      search = new URL(filter.href).search;
      scrolled = 0;
      relist(event);
      history.replaceState(null, "", location.pathname + search);
    }
  });

  // The list is replaced as a whole; where it was scrolled to and what had the focus stays.
  document.addEventListener("scroll", (event) => {
    if (event.target.id === "rows") {
      scrolled = event.target.scrollTop;
    }
  }, true);
  document.addEventListener("focusin", (event) => { focused = event.target.closest?.(".row")?.id ?? null; });
  const listed = () => {
    const rows = document.getElementById("rows");
    if (rows) {
      rows.scrollTop = scrolled;
    }
    if (focused && document.activeElement === document.body) {
      document.getElementById(focused)?.querySelector(".open").focus({ preventScroll: true });
    }
    if (more !== null && document.activeElement === document.body) {
      list.querySelectorAll(".row .open")[more]?.focus();
    }
    more = null;
    mark();
    document.dispatchEvent(new Event("queue:listed"));
  };

  const shown = (byStep) => {
    failed = null;
    mark();
    // Who types goes on typing: a key must not become a command because something else came on screen.
    if (byStep && document.activeElement?.id !== "note") {
      document.getElementById("item-title")?.focus({ preventScroll: true });
    }
    document.dispatchEvent(new Event("queue:shown"));
  };

  const count = (by) => {
    posting += by;
    document.documentElement.dataset.posting = String(posting);
  };
  // Its button may have been replaced by the same one of a newer list.
  const toRepeat = () => failed && (failed.isConnected ? failed : document.getElementById(failed.id));
  // The server does not answer: said beside the item, and the same step is offered again.
  const gone = () => {
    window.undertone.close();
    document.getElementById("trouble").replaceChildren(document.getElementById("gone").content.cloneNode(true));
  };
  const reopened = ({ triggeringEvent }) => triggeringEvent?.type === "queue:reopen";
  // Steps are listened to as requests: what htmx says of one whose button was replaced meanwhile is heard by nobody.
  document.body.addEventListener("htmx:beforeSend", ({ detail: { xhr, requestConfig } }) => {
    if (requestConfig.verb !== "post") {
      return;
    }
    count(1);
    step = xhr;
    for (const silence of ["error", "timeout"]) {
      xhr.addEventListener(silence, () => {
        failed = requestConfig.elt;
        gone();
      });
    }
    xhr.addEventListener("loadend", () => {
      count(-1);
      step = step === xhr ? null : step;
    });
  });
  document.body.addEventListener("htmx:beforeSend", ({ detail }) => reopened(detail.requestConfig) && asked.set(detail.xhr, sheet()));
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, requestConfig } = event.detail;
    if (reopened(requestConfig)) {
      // Whoever went on in the meantime is further than this answer; and a step to be tried again stays there to be tried.
      const same = asked.get(xhr) === sheet() && path(requestConfig.path) === sheet()?.dataset.address;
      const pending = toRepeat() && !requestConfig.triggeringEvent.detail?.lost;
      event.detail.shouldSwap &&= posting === 0 && same && !pending;
    }
    if (event.detail.shouldSwap && document.activeElement?.matches(".more a") && requestConfig.elt === document.activeElement) {
      more = list.querySelectorAll(".row .open").length;
    }
    onWords = event.detail.shouldSwap && event.detail.target.id === "words" && event.detail.target.contains(document.activeElement);
    if (event.detail.shouldSwap && requestConfig.elt === item) {
      history[requestConfig.triggeringEvent.type === "popstate" ? "replaceState" : "pushState"](null, "", requestConfig.path);
    }
    if (event.detail.shouldSwap && event.detail.target === item) {
      document.dispatchEvent(new CustomEvent("queue:changing", { detail: event.detail }));
    }
    if (event.detail.shouldSwap && event.detail.target === item && !requestConfig.elt.isConnected) {
      // The button is gone with an older list; htmx would look for the other parts of the page beside it, which is nowhere.
      event.detail.shouldSwap = false;
      history.replaceState(null, "", xhr.getResponseHeader("HX-Replace-Url") ?? location.href);
      htmx.swap(item, xhr.response, { swapStyle: "innerHTML", swapDelay: 0, settleDelay: 0 }, { contextElement: item, eventInfo: event.detail });
    }
  });
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target === item) {
      shown(event.detail.requestConfig.verb === "post");
    } else if (event.detail.target === list || list.contains(event.detail.elt)) {
      listed();
    } else if (event.target.id === "words" && onWords) {
      event.target.focus({ preventScroll: true });
    }
  });
  // A slow step brings the list that was wanted when it was sent; by now it may be another.
  document.body.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
    if (detail.target === list && (detail.fragment.querySelector("#list-data").dataset.search ?? "") !== search) {
      detail.shouldSwap = false;
      history.replaceState(null, "", location.pathname + search);
      relist();
    }
  });
  document.body.addEventListener("htmx:oobAfterSwap", (event) => {
    if (event.detail.target === list) {
      listed();
    }
  });

  document.addEventListener("click", (event) => {
    const step = event.target.closest("[data-action=repeat]") && toRepeat();
    if (step) {
      step.tagName === "FORM" ? step.requestSubmit() : step.click();
    }
  });

  // One panel at a time, its first field ready to type in; but not in one that comes open, where keys are still commands.
  let pressed = null;
  document.addEventListener("click", (event) => {
    pressed = event.target.closest(".panel > summary")?.parentElement ?? pressed;
  });
  document.addEventListener("toggle", (event) => {
    const panel = event.target;
    if (!panel.classList?.contains("panel") || !panel.open) {
      return;
    }
    const byHand = panel === pressed;
    pressed = null;
    const stays = (!byHand && item.querySelector(".panel[open] .panel-body :focus")?.closest(".panel")) || panel;
    item.querySelectorAll(".panel[open]").forEach((other) => { other.open = other === stays; });
    // The browser tells of it late: whoever is already further on in the panel stays there.
    if (!byHand || panel.querySelector(".panel-body").contains(document.activeElement)) {
      return;
    }
    const field = document.getElementById(panel.querySelector("summary").dataset.opens);
    (field.matches("fieldset") ? field.querySelector("input") : field).focus();
  }, true);
  document.addEventListener("keydown", (event) => {
    const panel = event.key === "Escape" ? document.activeElement?.closest(".panel[open]") : null;
    if (panel) {
      panel.open = false;
      panel.querySelector("summary").focus();
    }
  });
})();
