// Tells the service how long texts really were on screen: in a visible tab, in sight, uncovered, with somebody there.
// The service counts it for this person alone, and never more time than has passed.
const BEAT = 15000;
const AWAY = 120000;

const inSight = new Set();
let items = "";
let since = 0;
let total = 0;
let lastTouch = performance.now();

const sight = new IntersectionObserver((entries) => {
  entries.forEach((entry) => {
    inSight[entry.isIntersecting ? "add" : "delete"](entry.target);
  });
  look();
});

const watch = () => {
  inSight.forEach((element) => {
    if (!element.isConnected) {
      inSight.delete(element);
      sight.unobserve(element);
    }
  });
  document.querySelectorAll("[data-watched]").forEach((element) => sight.observe(element));
  look();
};

const visible = (now) => {
  if (document.visibilityState !== "visible" || now - lastTouch > AWAY) {
    return "";
  }
  const ids = [...inSight]
    .filter((element) => element.isConnected && !element.classList.contains("covered"))
    .map((element) => element.dataset.watched);
  return [...new Set(ids)].sort().slice(0, 30).join(",");
};

// Kept alive, so that the last beat arrives although the page is left.
const post = (body) => fetch("/you/exposure", { method: "POST", body, headers: JSON.parse(document.body.getAttribute("hx-headers") || "{}"), keepalive: true });

const send = async (ids, milliseconds) => {
  const body = new URLSearchParams({ seconds: (milliseconds / 1000).toFixed(2) });
  ids.split(",").forEach((id) => body.append("item", id));
  try {
    let answer = await post(body);
    if (answer.status === 403 && await window.undertone.renew()) {
      answer = await post(body);
    }
    if (!answer.ok) {
      return;
    }
    total += milliseconds;
    if (total >= BEAT) {
      total = 0;
      document.body.dispatchEvent(new Event("day"));
    }
  } catch {
    // The next page that the service answers counts on.
  }
};

const look = (leaving = false) => {
  const now = performance.now();
  const next = leaving ? "" : visible(now);
  if (items && (next !== items || now - since >= BEAT)) {
    send(items, Math.min(now - since, BEAT));
    since = now;
  }
  if (next !== items) {
    items = next;
    since = now;
  }
};

for (const sign of ["pointermove", "pointerdown", "keydown", "wheel", "touchstart"]) {
  document.addEventListener(sign, () => { lastTouch = performance.now(); }, { passive: true, capture: true });
}
document.addEventListener("visibilitychange", () => look());
window.addEventListener("pagehide", () => look(true));
document.addEventListener("veil:changed", () => look());
document.addEventListener("htmx:load", watch);
setInterval(look, 1000);
watch();
