// Dragging over the histogram moves the two sliders; the sliders are what counts, and work without it.
const BINS = 50;

const part = (name) => document.getElementById(name);
const bins = () => {
  const ends = [Number(part("from").value), Number(part("to").value)].sort((a, b) => a - b);
  const low = Math.min(ends[0] / 2, BINS - 1);
  return [low, Math.max(low + 1, ends[1] / 2)];
};

const paint = () => {
  const [low, high] = bins();
  part("from-said").textContent = `${low * 2} %`;
  part("to-said").textContent = `${high * 2} %`;
  const chosen = document.getElementById("chosen");
  chosen.setAttribute("x", low * 20);
  chosen.setAttribute("width", (high - low) * 20);
  document.querySelectorAll("#histogram .bar").forEach((bar, bin) => {
    bar.classList.toggle("in", bin >= low && bin < high);
  });
};

const set = (start, end) => {
  part("from").value = Math.min(start, end) * 2;
  part("to").value = (Math.max(start, end) + 1) * 2;
  paint();
};

let start = null;
const binAt = (event) => {
  const box = document.querySelector("#histogram .bars").getBoundingClientRect();
  return Math.max(0, Math.min(BINS - 1, Math.floor(((event.clientX - box.left) / box.width) * BINS)));
};

document.addEventListener("pointerdown", (event) => {
  const bars = event.target.closest?.("#histogram .bars");
  if (bars && event.button === 0) {
    event.preventDefault();
    bars.setPointerCapture(event.pointerId);
    start = binAt(event);
    set(start, start);
  }
});
document.addEventListener("pointermove", (event) => {
  if (start !== null) {
    set(start, binAt(event));
  }
});
const end = () => {
  if (start !== null) {
    start = null;
    part("from").dispatchEvent(new Event("change", { bubbles: true }));
  }
};
document.addEventListener("pointerup", end);
document.addEventListener("pointercancel", end);
document.addEventListener("input", (event) => {
  if (event.target.id === "from" || event.target.id === "to") {
    paint();
  }
});

// Whoever changes the range may be writing their reason when its answer comes; one that was sent is not needed again.
let reason = "";
// Nothing that was asked for before a decision is answered may take the place of what it came to.
let decisions = 0;
const askedAfter = new WeakMap(); // how many decisions, by request
document.body.addEventListener("htmx:beforeSend", ({ detail: { xhr, target, requestConfig } }) => {
  if (requestConfig.verb !== "post" || target.id !== "triage") {
    askedAfter.set(xhr, decisions);
    return;
  }
  const had = document.activeElement;
  target.inert = true;
  xhr.addEventListener("loadend", () => {
    decisions += 1;
    document.getElementById("triage").inert = false;
    if (document.activeElement === document.body) {
      had.focus();
    }
  });
});
document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const ofPage = ["range", "triage"].includes(detail.target.id);
  if (ofPage && detail.requestConfig.verb === "get") {
    detail.shouldSwap &&= !part("triage").inert && askedAfter.get(detail.xhr) === decisions;
    reason = part("reason")?.value ?? reason;
  } else if (ofPage) {
    reason = "";
  }
});
document.body.addEventListener("htmx:afterSwap", ({ detail }) => {
  const field = part("reason");
  if (field && reason && ["range", "triage"].includes(detail.target.id)) {
    field.value = reason;
  }
});
