// Example chips, copying, and which button asked. The rest is htmx.
(() => {
  const form = document.getElementById("analyse");
  const field = document.getElementById("text");
  field.setSelectionRange(field.value.length, field.value.length);

  for (const chip of document.querySelectorAll(".example")) {
    chip.removeAttribute("name"); // its text is in the field: a name would be sent along with all that is typed later
    chip.addEventListener("click", (event) => {
      event.preventDefault();
      field.value = chip.dataset.text;
      document.dispatchEvent(new Event("filled"));
      field.focus();
      form.requestSubmit();
    });
  }

  // htmx forgets a button that an answer replaced while what it asked for was waiting, and takes one that only has the focus
  // for pressed.
  form.addEventListener("htmx:configRequest", ({ detail }) => {
    const button = detail.triggeringEvent?.submitter;
    delete detail.parameters.explain;
    if (button?.name) {
      detail.parameters[button.name] = button.value;
    }
  });

  // The words take the focus of whoever waits for them, but not of somebody who has gone back to the text.
  document.body.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
    if (detail.target.id === "words" && document.activeElement === field) {
      detail.fragment.querySelector("[autofocus]")?.removeAttribute("autofocus");
    }
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) {
      return;
    }
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(source); // not allowed here: selected, so that one key copies it
    }
  });
})();
