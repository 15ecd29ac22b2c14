// How long a text is, beside its field: always, or from so many characters before the limit on.
(() => {
  const number = new Intl.NumberFormat("en");

  const say = (counter) => {
    const length = document.getElementById(counter.dataset.counts).value.length;
    const longest = Number(counter.dataset.longest);
    const over = length > longest;
    const words = over ? counter.dataset.over : counter.dataset.words;
    const far = length < longest - Number(counter.dataset.near ?? longest);
    counter.textContent = far ? "" : words.replace("{0}", number.format(length)).replace("{1}", number.format(longest));
    counter.classList.toggle("over", over);
  };

  const count = () => document.querySelectorAll("[data-counts]").forEach(say);
  // Scripts that fill a field tell of it by the last two.
  for (const change of ["input", "filled", "queue:shown"]) {
    document.addEventListener(change, count);
  }
  count();
})();
