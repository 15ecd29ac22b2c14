// Shows that a checkpoint is being loaded, which takes a few seconds, and keeps a second click from asking again.
(() => {
  for (const form of document.querySelectorAll("form.switch")) {
    form.addEventListener("submit", () => {
      form.closest(".checkpoint").querySelector(".loading").hidden = false;
      for (const button of document.querySelectorAll("form.switch button")) {
        button.disabled = true;
      }
    });
  }
})();
