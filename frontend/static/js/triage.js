// Dragging over the histogram moves the two sliders; the sliders are what counts, and work without it.
const BINS = 50;

const slider = (name) => document.getElementById(name);
const bins = () => {
  const ends = [Number(slider("from").value), Number(slider("to").value)].sort((a, b) => a - b);
  const low = Math.min(ends[0] / 2, BINS - 1);
  return [low, Math.max(low + 1, ends[1] / 2)];
};

const paint = () => {
  const [low, high] = bins();
  slider("from-said").textContent = `${low * 2} %`;
  slider("to-said").textContent = `${high * 2} %`;
  const chosen = document.getElementById("chosen");
  chosen.setAttribute("x", low * 20);
  chosen.setAttribute("width", (high - low) * 20);
  document.querySelectorAll("#histogram .bar").forEach((bar, bin) => {
    bar.classList.toggle("in", bin >= low && bin < high);
  });
};

const set = (start, end) => {
  slider("from").value = Math.min(start, end) * 2;
  slider("to").value = (Math.max(start, end) + 1) * 2;
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
    slider("from").dispatchEvent(new Event("change", { bubbles: true }));
  }
};
document.addEventListener("pointerup", end);
document.addEventListener("pointercancel", end);
document.addEventListener("input", (event) => {
  if (event.target.id === "from" || event.target.id === "to") {
    paint();
  }
});
