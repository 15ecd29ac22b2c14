// Says that a file is too large before it is sent; the service would refuse it only after the sending.
(() => {
  const file = document.getElementById("file");
  const problem = document.getElementById("file-problem");
  const check = () => {
    const tooLarge = file.files.length > 0 && file.files[0].size > Number(file.dataset.limit);
    problem.textContent = tooLarge ? file.dataset.tooLarge : "";
    problem.hidden = !tooLarge;
    return !tooLarge;
  };
  file.addEventListener("change", check);
  document.getElementById("batch").addEventListener("submit", (event) => {
    if (!check()) {
      event.preventDefault();
      file.focus();
    }
  });
})();
