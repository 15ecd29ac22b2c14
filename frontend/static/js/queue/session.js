// A session that ended: signing in again on the page, which keeps everything that was typed.
(() => {
  const dialog = document.getElementById("session");
  const form = document.getElementById("session-form");
  const problem = document.getElementById("session-problem");
  const name = document.getElementById("session-name");
  const password = document.getElementById("session-password");

  const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

  let later = false; // only a step of theirs asks somebody again who does not want to sign in now
  const ask = (forStep) => {
    if (dialog.open || (later && !forStep)) {
      return;
    }
    window.undertone.close();
    problem.textContent = "";
    dialog.showModal();
    password.focus();
  };
  document.addEventListener("queue:session", (event) => ask(event.detail?.forStep));
  document.body.addEventListener("htmx:beforeSwap", ({ detail }) => detail.xhr.status === 401 && ask(window.undertone.own(detail.requestConfig)));

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
      if (!await window.undertone.renew()) {
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
  dialog.addEventListener("cancel", () => { later = true; });
  document.getElementById("session-later").addEventListener("click", () => {
    later = true;
    dialog.close();
  });
  document.addEventListener("queue:session-back", () => { later = false; });
})();
