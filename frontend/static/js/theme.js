// Runs before the first paint, so that a chosen theme does not flash. Without a choice the system's preference holds.
(() => {
  const root = document.documentElement;
  const themes = ["system", "light", "dark"];
  const stored = () => {
    try {
      return themes.includes(localStorage.getItem("theme")) ? localStorage.getItem("theme") : "system";
    } catch {
      return "system"; // storage switched off
    }
  };
  const show = (theme) => {
    if (theme === "system") {
      root.removeAttribute("data-theme");
    } else {
      root.dataset.theme = theme;
    }
  };
  let theme = stored();
  show(theme);
  root.classList.add("scripted");

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const name = () => { button.textContent = button.dataset[theme]; };
    name();
    button.hidden = false;
    button.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      show(theme);
      name();
      try {
        localStorage.setItem("theme", theme);
      } catch {
        // The choice then holds for this page only.
      }
    });
  });
})();
