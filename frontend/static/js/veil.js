// Covers texts until their reader holds or toggles a button. What was uncovered stays so when htmx brings it again.
const shown = new Set();

const name = (veil) => veil.dataset.watched;

const paint = (veil, open) => {
  const text = veil.querySelector(".veil-text");
  veil.classList.toggle("covered", !open);
  // Inert also hides it from screen readers and from the keyboard.
  text.inert = !open;
  text.setAttribute("aria-hidden", String(!open));
  const toggle = veil.querySelector("[data-veil-toggle]");
  const stays = shown.has(name(veil));
  toggle.textContent = stays ? toggle.dataset.cover : toggle.dataset.show;
  toggle.setAttribute("aria-expanded", String(stays));
  document.dispatchEvent(new Event("veil:changed"));
};
const rest = (veil) => paint(veil, shown.has(name(veil)));

const prepare = (root) => {
  const veils = [...root.querySelectorAll("[data-veil]")];
  if (root.matches?.("[data-veil]")) {
    veils.push(root);
  }
  veils.forEach((veil) => {
    rest(veil);
    veil.querySelector("details").open = true;
  });
};

const toggle = (veil) => {
  if (!shown.delete(name(veil))) {
    shown.add(name(veil));
  }
  rest(veil);
};

let held = null;
let byKey = false;
const hold = (veil, withKey) => {
  letGo();
  held = veil;
  byKey = withKey;
  paint(veil, true);
};
const letGo = () => {
  if (held) {
    rest(held);
    held = null;
  }
};
const holdOf = (event) => event.target.closest?.("[data-veil-hold]")?.closest("[data-veil]");

document.addEventListener("pointerdown", (event) => {
  const veil = holdOf(event);
  if (veil && event.button === 0) {
    hold(veil, false);
  }
});
document.addEventListener("keydown", (event) => {
  const veil = holdOf(event);
  if (veil && (event.key === " " || event.key === "Enter")) {
    event.preventDefault(); // the space bar would scroll the text away
    event.stopPropagation();
    if (!event.repeat) {
      hold(veil, true);
    }
  }
}, true);
for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, letGo);
}
window.addEventListener("blur", letGo);
// A key is held on what has the focus; the mouse moves the focus by itself, and holds whatever had it before.
for (const end of ["keyup", "focusout"]) {
  document.addEventListener(end, () => byKey && letGo());
}
document.addEventListener("contextmenu", (event) => {
  if (holdOf(event)) {
    event.preventDefault(); // a long touch holds, and asks for nothing else
  }
});
document.addEventListener("click", (event) => {
  const veil = event.target.closest?.("[data-veil-toggle]")?.closest("[data-veil]");
  if (veil) {
    toggle(veil);
  }
});
// For pages with keys of their own: uncovers or covers the first text within what the event was sent to.
document.addEventListener("veil:toggle", (event) => {
  const veil = event.target.querySelector?.("[data-veil]");
  if (veil) {
    toggle(veil);
  }
});
document.addEventListener("htmx:load", (event) => prepare(event.target));
prepare(document);
