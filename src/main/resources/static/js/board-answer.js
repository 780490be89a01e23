import { toast } from "toast";

/** A key that makes a repeated request harmless. Works also on plain http, where crypto.randomUUID is missing. */
export function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Posts fields as a form, with the board's filter, so that the answer's totals match what is shown. */
export async function post(url, fields) {
    const token = document.querySelector("meta[name=csrf-token]").content;
    const header = document.querySelector("meta[name=csrf-header]").content;
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) if (value != null) body.set(name, value);
    return fetch(url + location.search, {
        method: "POST",
        headers: { "HX-Request": "true", [header]: token },
        body,
    });
}

/** Puts an answer's cards, column heads and message where they belong. */
export function apply(html) {
    const answer = new DOMParser().parseFromString(html, "text/html").body;
    for (const element of [...answer.querySelectorAll("[data-card], [data-column-head], [data-gone], [data-toast]")]) {
        if ("card" in element.dataset) replaceCard(element);
        else if ("columnHead" in element.dataset) document.getElementById(element.id)?.replaceWith(element);
        else if ("gone" in element.dataset) document.getElementById(element.dataset.gone)?.remove();
        else toast(element);
    }
}

function replaceCard(card) {
    const list = document.querySelector(`[data-column="${card.dataset.stage}"]`);
    const old = document.getElementById(card.id);
    const focused = old?.contains(document.activeElement);
    if (old && old.parentElement === list) old.replaceWith(card);
    else {
        old?.remove();
        list?.prepend(card);
    }
    if (focused) card.querySelector("a").focus();
}

/** A message of our own making, such as a lost network's. */
export function say(text) {
    const element = document.createElement("div");
    element.className = "toast-message";
    element.textContent = text;
    toast(element);
}
