// Keys for every action, shown on the buttons; chosen and switched off per browser. Never while somebody types.
(() => {
  const USUAL = { next: "j", claim: "c", approve: "a", reject: "r", ignore: "i", escalate: "e", wrong: "w", right: "b", policy: "p", nothing: "0",
    note: "n", hold: "h", release: "l", undo: "u", veil: "v", help: "?",
    "emotion-0": "1", "emotion-1": "2", "emotion-2": "3", "emotion-3": "4", "emotion-4": "5", "emotion-5": "6" };
  const NAME = "undertone.keys";
  const dialog = document.getElementById("keys");
  const problem = document.getElementById("keys-problem");
  const on = document.getElementById("keys-on");

  const stored = () => {
    try {
      return JSON.parse(localStorage.getItem(NAME)) ?? {};
    } catch {
      return {};
    }
  };
  let keys = { ...USUAL, ...stored().keys };
  let active = stored().on ?? true;

  const store = () => {
    try {
      localStorage.setItem(NAME, JSON.stringify({ keys, on: active }));
    } catch {
      // They then hold for this page only.
    }
  };

  const show = () => {
    document.documentElement.classList.toggle("keys-off", !active);
    for (const label of document.querySelectorAll("kbd[data-key-of]")) {
      label.textContent = keys[label.dataset.keyOf].toUpperCase();
    }
    for (const button of document.querySelectorAll("[data-action]")) {
      const key = keys[button.dataset.action];
      if (active && key) {
        button.setAttribute("aria-keyshortcuts", key);
      } else {
        button.removeAttribute("aria-keyshortcuts");
      }
    }
  };

  const fill = () => {
    on.checked = active;
    dialog.querySelectorAll("input.key").forEach((field) => { field.value = keys[field.dataset.for]; });
    problem.textContent = "";
  };

  const typing = (element) => element.closest("textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox]):not([type=hidden])") !== null;

  const visible = (element) => element.offsetParent !== null || element.matches("input[type=radio]");

  // What stands beside the item comes before the same button elsewhere.
  const target = (action) => [...document.querySelectorAll(`#item [data-action="${action}"]`), ...document.querySelectorAll(`[data-action="${action}"]`)]
    .find((element) => !element.disabled && visible(element));

  // At once and not when the panel tells that it is open: the next key belongs to the field.
  const open = (summary) => {
    summary.closest(".panel").open = true;
    const field = document.getElementById(summary.dataset.opens);
    (field.matches("fieldset") ? field.querySelector("input") : field).focus();
  };

  const act = (action) => {
    if (action === "help") {
      fill();
      dialog.showModal();
      return true;
    }
    const element = target(action);
    if (!element) {
      return false;
    }
    if (element.matches("input[type=radio]")) {
      element.closest(".panel").open = true;
      element.checked = true;
      element.focus();
    } else if (element.dataset.opens) {
      open(element);
    } else {
      element.click();
    }
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) {
      return;
    }
    if (event.key === "Enter" && event.ctrlKey && event.target.id === "note") {
      event.preventDefault();
      act("save-note");
      return;
    }
    if (event.target.closest("#list") && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      const links = [...document.querySelectorAll("#rows .open")];
      const at = links.indexOf(event.target);
      if (at >= 0) {
        event.preventDefault();
        links[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
      }
      return;
    }
    if (!active || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || typing(event.target)) {
      return;
    }
    const action = Object.keys(keys).find((name) => keys[name] === event.key.toLowerCase());
    if (action && act(action)) {
      event.preventDefault();
    }
  });

  dialog.addEventListener("input", (event) => {
    if (!event.target.matches("input.key")) {
      return;
    }
    const action = event.target.dataset.for;
    const key = event.target.value.trim().toLowerCase();
    const taken = key && Object.keys(keys).some((name) => name !== action && keys[name] === key);
    problem.textContent = taken ? dialog.dataset.taken : "";
    if (taken) {
      event.target.value = keys[action]; // what stands there is what is in force
      event.target.select();
    } else {
      keys = { ...keys, [action]: key };
      store();
      show();
    }
  });
  dialog.addEventListener("focusin", (event) => event.target.matches("input.key") && event.target.select());
  on.addEventListener("change", () => {
    active = on.checked;
    store();
    show();
  });
  document.getElementById("keys-usual").addEventListener("click", () => {
    keys = { ...USUAL };
    store();
    show();
    fill();
  });
  document.addEventListener("click", (event) => event.target.closest("[data-action=help]") && act("help"));
  for (const changed of ["queue:shown", "queue:listed", "htmx:load"]) {
    document.addEventListener(changed, show);
  }
  new MutationObserver(show).observe(document.getElementById("toasts"), { childList: true });
  show();
  // A person's own page leads here.
  if (location.hash === "#keys") {
    history.replaceState(history.state, "", location.pathname + location.search);
    act("help");
  }
})();
