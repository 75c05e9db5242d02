// Keeps the figures of the dashboard current while somebody looks at it.
(() => {
  const SILENCE_MS = 12000;
  const live = document.getElementById("live");
  const pulse = document.getElementById("pulse");
  const pause = document.getElementById("pause");
  let updates;
  let timer;

  const tell = state => {
    const text = pulse.dataset[state];
    if (pulse.textContent !== text) {
      pulse.textContent = text;
    }
    pulse.hidden = false;
  };

  const isSelected = () => {
    const selection = document.getSelection();
    return !selection.isCollapsed && live.contains(selection.anchorNode);
  };

  // what the reader has unfolded stays so, and eyes and keyboard stay where they are
  const replace = html => {
    const unfolded = [...live.querySelectorAll("details[open]")].map(details => details.id);
    const scrolled = [...live.querySelectorAll(".table-wrap")].map(wrap => [wrap.id, wrap.scrollLeft]);
    const focused = live.contains(document.activeElement) ? document.activeElement.id : "";
    live.innerHTML = html;
    unfolded.forEach(id => document.getElementById(id)?.setAttribute("open", ""));
    scrolled.forEach(([id, left]) => document.getElementById(id)?.scrollTo({ left }));
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  };

  const isWatched = () => !document.hidden && pause.getAttribute("aria-pressed") !== "true";

  const end = () => {
    clearTimeout(timer);
    updates?.close();
  };

  const waitFor = (ms, next) => {
    clearTimeout(timer);
    timer = setTimeout(next, ms);
  };

  // a node that answers at all says why it sends nothing
  const findOut = async () => {
    const page = await fetch(location.href, { redirect: "manual" }).catch(() => undefined);
    if (!isWatched()) {
      return;
    }
    if (page?.type === "opaqueredirect") {
      location.reload();
    } else {
      tell(page?.ok ? "full" : "broken");
      waitFor(SILENCE_MS, begin);
    }
  };

  const begin = () => {
    end();
    updates = new EventSource(live.dataset.updates);
    // who hears nothing for long has no connection any more, whatever the browser thinks of it
    const expectMore = () => waitFor(SILENCE_MS, () => tell("broken"));
    updates.onopen = expectMore;
    updates.onmessage = event => {
      expectMore();
      if (isSelected()) {
        tell("held");
      } else {
        tell("live");
        replace(event.data);
      }
    };
    updates.onerror = () => {
      if (updates.readyState === EventSource.CLOSED) {
        findOut();
      } else {
        // a sitting that has ended is begun anew by the browser within a second
        waitFor(SILENCE_MS, () => tell("broken"));
      }
    };
  };

  const look = () => {
    if (isWatched()) {
      begin();
    } else {
      end();
    }
  };

  pause.addEventListener("click", () => {
    const paused = pause.getAttribute("aria-pressed") !== "true";
    pause.setAttribute("aria-pressed", paused);
    look();
    if (paused) {
      tell("paused");
    }
  });
  document.addEventListener("visibilitychange", look);
  pause.hidden = false;
  look();
})();
