// A session that ended: signing in again on the page, which keeps everything that was typed.
(() => {
  const dialog = document.getElementById("session");
  const form = document.getElementById("session-form");
  const problem = document.getElementById("session-problem");
  const name = document.getElementById("session-name");
  const password = document.getElementById("session-password");
  const who = name.value;

  const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

  const ask = () => {
    if (dialog.open) {
      return;
    }
    window.undertone.close();
    problem.textContent = "";
    dialog.showModal();
    password.focus();
  };
  document.addEventListener("queue:session", ask);
  document.body.addEventListener("htmx:beforeSwap", (event) => event.detail.xhr.status === 401 && ask());

  // Tokens against forged forms belong to the session: the page takes over those of the new one.
  const renewTokens = (page) => {
    const headers = page.body.getAttribute("hx-headers");
    document.body.setAttribute("hx-headers", headers);
    const token = Object.values(JSON.parse(headers))[0];
    document.querySelectorAll("input[name=_csrf]").forEach((field) => { field.value = token; });
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const login = await parse(await fetch(form.action));
      const token = login.querySelector("form.login input[name=_csrf]")?.value;
      const body = new URLSearchParams({ username: name.value, password: password.value, next: "/you", ...(token ? { _csrf: token } : {}) });
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
      password.value = "";
      if (answer.type !== "opaqueredirect") {
        problem.textContent = dialog.dataset.wrong;
        password.focus();
        return;
      }
      renewTokens(await parse(await fetch("/queue")));
      if (name.value.toLowerCase() !== who.toLowerCase()) {
        problem.textContent = dialog.dataset.other;
        return;
      }
      dialog.close();
      document.dispatchEvent(new Event("queue:session-back"));
    } catch {
      dialog.close();
      window.undertone.gone();
    }
  });
  document.getElementById("session-later").addEventListener("click", () => dialog.close());
})();
