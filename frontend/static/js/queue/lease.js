// How long an item is still kept for whoever reads it; kept on while they are there and do something.
(() => {
  const ACTIVE = 120_000; // who did nothing for longer is taken to be away
  const OFTEN = 60_000; // at most one renewal in this time, unless the item is kept for less than three times as long
  const SOON = 60;
  const RETRY = 10_000;

  let end = 0;
  let often = OFTEN;
  let renewed = 0;
  let lastActive = performance.now();
  let shown = null; // the sheet whose lease runs
  let warned = false;
  let busy = false;

  const keptFor = (seconds) => {
    renewed = performance.now();
    end = renewed + seconds * 1000;
    often = Math.min(OFTEN, seconds * 1000 / 3);
    warned = false;
  };

  const begin = () => {
    const sheet = document.querySelector("#item .sheet");
    shown = sheet?.dataset.standing === "YOURS" ? sheet : null;
    if (shown) {
      keptFor(Number(shown.dataset.seconds));
      tick();
    }
  };

  const renew = async () => {
    const sheet = shown;
    busy = true;
    renewed = performance.now() - often + Math.min(RETRY, often); // soon again if this one fails
    try {
      const answer = await fetch(sheet.dataset.renew, {
        method: "POST",
        headers: { ...JSON.parse(document.body.getAttribute("hx-headers")), Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ token: sheet.dataset.token }),
      });
      if (sheet !== shown) {
        return;
      }
      if (answer.ok) {
        keptFor((await answer.json()).seconds);
      } else if (answer.status === 401) {
        document.dispatchEvent(new Event("queue:session"));
      } else if (answer.status === 403) {
        await window.undertone.renew(); // tried again soon, with the new tokens
      } else if (answer.status === 409 || answer.status === 404) {
        lost();
      }
    } catch {
      // The server is gone for the moment; the time that is left stands beside the item.
    } finally {
      busy = false;
    }
  };

  const lost = () => {
    shown = null;
    document.dispatchEvent(new CustomEvent("queue:reopen", { detail: { lost: true } }));
  };

  const tick = () => {
    if (!shown?.isConnected) {
      return;
    }
    const now = performance.now();
    const left = Math.max(0, Math.ceil((end - now) / 1000));
    const place = document.getElementById("lease-left");
    place.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    const soon = left <= Math.min(SOON, often / 1000);
    place.closest(".lease").classList.toggle("soon", soon);
    if (left === 0) {
      lost();
      return;
    }
    const there = document.visibilityState === "visible" && now - lastActive < (soon ? OFTEN : ACTIVE);
    if (!busy && there && now - renewed > often) {
      renew();
    } else if (soon && !warned) {
      warned = true;
      const warning = document.createElement("p");
      warning.className = "problem notice lease-warning";
      warning.textContent = document.getElementById("lease").dataset.warn;
      document.getElementById("trouble").replaceChildren(warning);
    }
    if (!soon) {
      document.querySelector(".lease-warning")?.remove();
    }
  };

  for (const sign of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"]) {
    document.addEventListener(sign, () => { lastActive = performance.now(); }, { passive: true, capture: true });
  }
  document.addEventListener("queue:verify", () => shown && !busy && renew());
  document.addEventListener("queue:shown", begin);
  document.addEventListener("visibilitychange", tick);
  setInterval(tick, 1000);
  begin();
})();
