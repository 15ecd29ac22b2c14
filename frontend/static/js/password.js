// Shows and hides what is typed into the password fields, and says whether the second is the same as the first.
(() => {
  const fields = [...document.querySelectorAll("input[type=password]")];
  document.querySelectorAll("button.show").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const shown = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!shown));
      button.textContent = shown ? button.dataset.show : button.dataset.hide;
      fields.forEach((field) => { field.type = shown ? "password" : "text"; });
    });
    // Browsers offer to keep a password only where the field is one.
    button.form?.addEventListener("submit", () => fields.forEach((field) => { field.type = "password"; }));
  });

  const first = document.getElementById("password");
  const again = document.getElementById("again");
  const state = document.getElementById("again-state");
  if (first && again && state) {
    const tell = () => {
      state.textContent = again.value.length < first.minLength ? ""
        : again.value === first.value ? state.dataset.same : state.dataset.different;
    };
    first.addEventListener("input", tell);
    again.addEventListener("input", tell);
  }
})();
