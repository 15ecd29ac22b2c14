// Notes that were typed and not yet sent, by item: never stored, and kept with their caret when the item is replaced.
// Comes before the script that shows items, as that one leaves the focus with whoever types.
(() => {
  const item = document.getElementById("item");
  const drafts = new Map();
  const steps = new WeakMap(); // which item was there when a step was sent, what its note was, and whether somebody was in it, by request
  let typing = null; // where somebody types while the item is replaced

  const field = () => document.getElementById("note");
  const shown = () => item.querySelector(".sheet")?.dataset.item;
  const keep = (id, note) => note ? drafts.set(id, note) : drafts.delete(id);

  document.addEventListener("input", (event) => {
    if (event.target.id === "note" && shown()) {
      keep(shown(), event.target.value);
    }
  });
  // Whoever leaves the page is asked first: notes are kept for as long as it is open and no longer.
  window.addEventListener("beforeunload", (event) => [...drafts.values()].some((note) => note.trim()) && event.preventDefault());

  document.body.addEventListener("htmx:beforeSend", ({ detail }) => {
    if (detail.requestConfig.verb === "post" && detail.target === item) {
      const note = field();
      steps.set(detail.xhr, { id: shown(), note: note?.value ?? "", fromNote: note !== null && document.activeElement === note });
    }
  });

  const saves = ({ xhr, requestConfig }) => xhr.status < 400 && /\/items\/[^/]+\/(notes|decision)$/.test(new URL(requestConfig.path, location.href).pathname);

  // Leaves as much of a note as was there before, and gives what was typed since then to another item.
  const carry = (from, to, before) => {
    const note = drafts.get(from);
    if (from !== to && note?.startsWith(before)) {
      keep(from, before);
      keep(to, (drafts.get(to) ?? "") + note.slice(before.length));
    }
  };

  document.addEventListener("queue:changing", ({ detail }) => {
    const note = field();
    const step = steps.get(detail.xhr);
    const saved = step !== undefined && saves(detail);
    const done = saved && step.fromNote && step.id === shown() && note?.value === step.note;
    typing = note && document.activeElement === note && !done
      ? { id: shown(), start: note.value.length - note.selectionStart, end: note.value.length - note.selectionEnd, step, saved } : null;
    if (saved && drafts.get(step.id)?.startsWith(step.note)) {
      keep(step.id, drafts.get(step.id).slice(step.note.length)); // what was typed since then is not saved yet
    }
  });

  document.body.addEventListener("htmx:afterSwap", (event) => {
    const note = field();
    const place = typing;
    typing = null;
    if (event.detail.target !== item || !note) {
      return;
    }
    if (place?.step && place.step.id === place.id) {
      carry(place.id, shown(), place.saved ? "" : place.step.note);
    }
    const draft = drafts.get(shown());
    const goesOn = place && (place.step || place.id === shown());
    if (draft || goesOn) {
      document.getElementById("note-panel").open = true;
    }
    if (draft) {
      note.value = draft;
    }
    if (goesOn) {
      note.focus();
      // Counted from its end: what was saved is gone from its beginning.
      note.setSelectionRange(Math.max(0, note.value.length - place.start), Math.max(0, note.value.length - place.end));
    }
  });
})();
