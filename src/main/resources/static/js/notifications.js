import { announce } from "announce";

// The bell: how much is unread, told by the server at once, and the latest unfolded. A page that nobody looks at does not
// listen: browsers keep few connections to a server, for all its tabs together.
const bell = document.querySelector("[data-bell]");
const badge = bell.querySelector(".bell-count");
const panel = document.getElementById("bell-panel");
const retry = 60_000;
let stream = null;
let waiting = null;
let known = null;

function show(count) {
    if (known !== null && count > known) announce(bell.dataset.new);
    known = count;
    badge.textContent = count > 99 ? "99+" : count;
    badge.hidden = count === 0;
    bell.ariaLabel = count === 0 ? bell.dataset.label : bell.dataset.unread.replace("#", count);
    sessionStorage.setItem("unread", count);
}

async function ask() {
    const answer = await fetch(bell.dataset.count).catch(() => null);
    if (answer?.ok && !answer.redirected) show(Number(await answer.text()));
}

function listen() {
    clearTimeout(waiting);
    stream ??= new EventSource(bell.dataset.stream);
    stream.addEventListener("unread", ({ data }) => show(Number(data)));
    stream.addEventListener("error", () => {
        if (stream?.readyState !== EventSource.CLOSED) return; // it tries again by itself
        stop();
        ask();
        waiting = setTimeout(listen, retry);
    });
}

function stop() {
    clearTimeout(waiting);
    stream?.close();
    stream = null;
}

function fold() {
    panel.hidden = true;
    bell.ariaExpanded = "false";
}

async function unfold() {
    const answer = await fetch(bell.dataset.latest).catch(() => null);
    if (!answer?.ok || answer.redirected) {
        location.href = bell.href;
        return;
    }
    panel.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.children);
    panel.hidden = false;
    bell.ariaExpanded = "true";
}

const before = sessionStorage.getItem("unread");
if (before !== null) show(Number(before));
bell.setAttribute("aria-controls", panel.id);
bell.setAttribute("role", "button");
bell.ariaExpanded = "false";
bell.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (panel.hidden) unfold();
    else fold();
});
bell.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    bell.click();
});
document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    if (panel.contains(document.activeElement)) bell.focus();
    fold();
});
document.addEventListener("click", (event) => {
    if (!panel.hidden && !bell.parentElement.contains(event.target)) fold();
});
document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
addEventListener("pagehide", stop);
addEventListener("pageshow", (event) => event.persisted && listen());
if (!document.hidden) listen();
