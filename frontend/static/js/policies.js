// Shows a threshold while its slider moves: the number beside it, and which scores it catches. The preview is htmx.
// Whoever would leave what they changed is asked before it is lost.
(() => {
  const show = (slider) => {
    const words = `${slider.value} %`;
    slider.setAttribute("aria-valuetext", words);
    const box = slider.closest(".condition");
    box.querySelector("output").textContent = words;
    const width = 2; // of a bar, in percent
    for (const bar of box.querySelectorAll(".histogram [data-from]")) {
      bar.classList.toggle("caught", Number(bar.dataset.from) + width > Number(slider.value));
    }
  };
  let touched = !("untouched" in document.getElementById("editor").dataset);
  document.addEventListener("submit", (event) => { touched &&= event.target.id !== "editor"; });
  document.addEventListener("click", (event) => { touched &&= !event.target.closest(".store a"); });
  window.addEventListener("beforeunload", (event) => touched && event.preventDefault());

  // While a slider moves the figures follow, at most this often; what it comes to rest at is always counted.
  const OFTEN = 150;
  let waiting = null;
  const changed = () => {
    waiting = null;
    document.getElementById("editor").dispatchEvent(new Event("policies:changed", { bubbles: true }));
  };
  document.addEventListener("input", (event) => {
    if (event.target.matches(".condition input[type=range]")) {
      show(event.target);
    }
    if (event.target.closest("#editor")) {
      touched = true;
      waiting ??= setTimeout(changed, OFTEN);
    }
  });
  // The answer to a step brings the form as it was sent: what is changed before it comes would be put back unseen.
  let had = "";
  document.addEventListener("htmx:beforeSend", ({ detail }) => {
    if (detail.target.id === "editor") {
      had = document.activeElement.id;
      detail.target.inert = true;
    }
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.target.id === "editor") {
      document.getElementById("editor").inert = false;
      if (document.activeElement === document.body) {
        document.getElementById(had)?.focus();
      }
    }
  });

  // Only a form that came anew is a change: the preview itself brings the sentences in it, which must not ask for it again.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "editor") {
      touched = true;
      changed();
    }
  });
})();
