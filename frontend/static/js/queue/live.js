// What colleagues do shows within a second: by a stream, or by asking where there is none.
(() => {
  const ASK = 2000;
  const STREAM_AGAIN = 60_000;
  const REFRESH = 1200;
  const AWAY = 300_000;
  const AGES = 60_000;

  const rows = () => document.getElementById("rows");
  let position = document.getElementById("list-data").dataset.position;
  let stream = null;
  let asking = null;
  let again = null;
  let refreshing = null;
  let refreshed = -REFRESH;
  let away = null;

  const refresh = () => {
    clearTimeout(refreshing);
    refreshing = null;
    refreshed = performance.now();
    document.dispatchEvent(new Event("queue:refresh"));
  };
  const refreshSoon = () => { refreshing ??= setTimeout(refresh, REFRESH); };

  const words = (template, ...values) => values.reduce((text, value, at) => text.replace(`{${at}}`, value), template);

  const stateOf = (item) => item.status === "DECIDED" ? "decided" : item.status === "ERASED" ? "erased" : !item.holder ? "open" : item.yours ? "yours" : "held";

  const patch = (row, item) => {
    const state = stateOf(item);
    const said = rows().dataset;
    row.dataset.state = state;
    row.dataset.until = item.until ?? "";
    row.querySelector(".who").textContent = state === "held" ? words(said.held, item.holder)
      : state === "yours" ? said.yours
      : state === "decided" ? words(said.decided, item.decidedBy, said[item.outcome.toLowerCase()])
      : item.status === "ESCALATED" ? said.escalated : "";
  };

  const onDesk = () => document.querySelector("#item .sheet");
  const posting = () => Number(document.documentElement.dataset.posting ?? 0) > 0;

  const lookAgain = () => {
    const sheet = onDesk();
    setTimeout(() => {
      if (sheet?.isConnected && !posting()) {
        // News may be older than the page: whether a lease still holds is asked before anything is said.
        document.dispatchEvent(new Event(sheet.dataset.standing === "YOURS" ? "queue:verify" : "queue:reopen"));
      }
    }, 300);
  };

  // An own step is answered by itself; only what others did changes what is on screen.
  const onScreen = (item) => {
    const sheet = onDesk();
    if (sheet?.dataset.item !== item.id || posting()) {
      return;
    }
    const standing = sheet.dataset.standing;
    const mine = ["YOURS", "ASSIGNED"].includes(standing);
    const state = stateOf(item);
    const same = mine ? state === "yours"
      : { FREE: "open", FOR_LEADS: "open", OTHERS: "held", DECIDED: "decided", ERASED: "erased" }[standing] === state;
    if (!same) {
      lookAgain();
    }
  };

  const take = (changes) => {
    position = String(changes.position);
    if (changes.everything) {
      // Rows that are gone must not stay for longer than a second; more of the same waits its turn.
      if (performance.now() - refreshed >= REFRESH) {
        refresh();
      } else {
        refreshSoon();
      }
      lookAgain();
      return;
    }
    for (const item of changes.items) {
      const row = document.getElementById(`row-${item.id}`);
      const before = row?.dataset.state;
      if (row && item.status === "ERASED") {
        // Its words are not to be read for a moment longer.
        row.remove();
      } else if (row) {
        patch(row, item);
      }
      onScreen(item);
      const onlyALease = row && item.status === "OPEN" && before !== "decided";
      if (!onlyALease) {
        refreshSoon();
      }
    }
  };

  const ask = async () => {
    try {
      const answer = await fetch(`/queue/changes?since=${position}`, { headers: { Accept: "application/json" } });
      if (answer.ok) {
        take(await answer.json());
      } else if (answer.status === 401) {
        stop();
        document.dispatchEvent(new Event("queue:session"));
      }
    } catch {
      // It is asked again soon.
    }
  };

  const stop = () => {
    stream?.close();
    stream = null;
    clearInterval(asking);
    clearTimeout(again);
    asking = null;
  };

  const poll = () => {
    stop();
    asking = setInterval(ask, ASK);
    again = setTimeout(start, STREAM_AGAIN);
  };

  const start = () => {
    stop();
    document.documentElement.dataset.live = "";
    stream = new EventSource(`/queue/live?since=${position}`);
    stream.addEventListener("items", (event) => take(JSON.parse(event.data)));
    stream.addEventListener("open", () => { document.documentElement.dataset.live = "stream"; });
    stream.addEventListener("error", () => {
      if (stream?.readyState === EventSource.CLOSED) {
        document.documentElement.dataset.live = "asking";
        poll();
        ask();
      }
    });
  };

  // How long things have waited grows also while nobody does anything.
  setInterval(() => document.hidden || refreshSoon(), AGES);

  // A lease that runs out is no change that anybody makes.
  setInterval(() => {
    for (const row of rows().querySelectorAll('.row[data-state="held"][data-until]')) {
      if (row.dataset.until && Date.parse(row.dataset.until) <= Date.now()) {
        row.dataset.state = "open";
        row.querySelector(".who").textContent = "";
      }
    }
  }, 5000);

  document.addEventListener("visibilitychange", () => {
    clearTimeout(away);
    if (document.hidden) {
      away = setTimeout(stop, AWAY);
    } else if (!stream && !asking) {
      start();
    }
  });
  document.addEventListener("queue:session-back", start);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => event.persisted && start());
  start();
})();
