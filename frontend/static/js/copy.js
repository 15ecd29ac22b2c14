// Buttons that copy what another element says; without a clipboard they select it instead.
document.querySelectorAll("button.copy").forEach((button) => {
  const source = document.getElementById(button.dataset.from);
  button.hidden = false;
  const words = button.textContent;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 2000);
    } catch {
      getSelection().selectAllChildren(source);
    }
  });
});
