// Counter, example chips and copying. The rest is htmx.
(() => {
  const form = document.getElementById("analyse");
  const field = document.getElementById("text");
  const counter = document.getElementById("count");
  const longest = Number(counter.dataset.longest);
  const number = new Intl.NumberFormat("en");

  const count = () => {
    const over = field.value.length > longest;
    const words = over ? counter.dataset.over : counter.dataset.words;
    counter.textContent = words.replace("{0}", number.format(field.value.length)).replace("{1}", number.format(longest));
    counter.classList.toggle("over", over);
  };
  field.addEventListener("input", count);
  count();
  field.setSelectionRange(field.value.length, field.value.length);

  for (const chip of document.querySelectorAll(".example")) {
    chip.addEventListener("click", (event) => {
      event.preventDefault();
      field.value = chip.dataset.text;
      count();
      field.focus();
      form.requestSubmit();
    });
  }

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
