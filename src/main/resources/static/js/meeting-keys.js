import { announce } from "announce";

// Single keys for whoever runs a meeting: never while somebody types or chooses, never with a modifier, and not at all where
// they are switched off (WCAG 2.1.4). Each does what a button or a link on the page does.
const meeting = document.querySelector("[data-keys]");
const button = meeting?.querySelector("[data-keys-switch]");
const place = "tahap-meeting-keys";

const find = (selector) => document.querySelector(`main ${selector}`);
const go = (step) => (find(`[data-go-${step}]`) ?? find(`[data-${step}]`))?.click();
const keys = {
    j: () => go("next"),
    ArrowRight: () => go("next"),
    k: () => go("previous"),
    ArrowLeft: () => go("previous"),
    d: () => (find("[name=decision]:checked") ?? find("[name=decision]"))?.focus(),
    n: () => find("[name=note]")?.focus(),
    o: () => find("[data-key=o]")?.click(),
    "?": help,
};

function help() {
    meeting.open = !meeting.open;
    if (meeting.open) meeting.querySelector("summary").focus();
}

function areOn() {
    return localStorage.getItem(place) !== "off";
}

function show() {
    button.setAttribute("aria-pressed", String(areOn()));
}

function isTyping({ target }) {
    return target.closest?.("input, textarea, select, [contenteditable], [role=listbox], [role=menu]");
}

function pressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape" && meeting.open) meeting.open = false;
    if (event.key === "Escape" && isTyping(event)) return find("h1").focus();
    if (!areOn() || isTyping(event) || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
}

if (button) {
    button.hidden = false;
    show();
    button.addEventListener("click", () => {
        localStorage.setItem(place, areOn() ? "off" : "on");
        show();
        announce(areOn() ? meeting.dataset.on : meeting.dataset.off);
    });
    document.addEventListener("keydown", pressed);
}
