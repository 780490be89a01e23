import { apply, newKey, post, say } from "board-answer";
import { ask } from "board-dialog";

const words = () => document.querySelector("[data-board]").dataset;

/** Where a card stands, so that it can be put back exactly there. */
export function placeOf(card) {
    return { list: card.parentElement, next: card.nextElementSibling };
}

export function putBack(card, place) {
    const next = place.next?.parentElement === place.list ? place.next : null;
    place.list.insertBefore(card, next);
}

/** Tells the server where a card was put. It stays there only if the server agrees. */
export async function settle(card, origin) {
    const list = card.parentElement;
    if (list.dataset.outcome) return settleOutcome(card, origin, list.dataset.outcome);
    const neighbour = (element) => element?.closest("[data-card]")?.dataset.id;
    return send(card, origin, `/deals/${card.dataset.id}/stage`, {
        stageId: list.dataset.column,
        from: origin.list.dataset.column,
        aboveId: neighbour(card.previousElementSibling),
        belowId: neighbour(card.nextElementSibling),
    });
}

/** Won is saved at once; the others ask first, and cancelling leaves everything as it was. */
async function settleOutcome(card, origin, outcome) {
    putBack(card, origin);
    const path = outcome === "PARKED" ? "parking" : "outcome";
    const url = `/deals/${card.dataset.id}/${path}`;
    const from = origin.list.dataset.column;
    if (outcome === "WON") return send(card, origin, url, { outcome, from });
    return ask(`${url}?outcome=${outcome}`, (fields) => request(card, url, { ...fields, from }), card);
}

async function send(card, origin, url, fields) {
    const done = await request(card, url, fields);
    if (!done.ok && done.status !== 409) putBack(card, origin);
    return done;
}

async function request(card, url, fields) {
    const sent = { version: card.dataset.version, key: newKey(), ...fields };
    card.setAttribute("aria-busy", "true");
    const response = (await attempt(url, sent)) ?? (await attempt(url, sent)); // the key makes a second try harmless
    card.removeAttribute("aria-busy");
    if (!response) {
        say(words().offline);
        return { ok: false, status: 0, html: "" };
    }
    const html = await response.text();
    if (response.headers.get("HX-Redirect")) location.assign(response.headers.get("HX-Redirect"));
    else if (response.ok || response.status === 409) apply(html);
    else if (!html.includes("<form")) say(refusal(html) ?? words().failed);
    return { ok: response.ok, status: response.status, html };
}

async function attempt(url, fields) {
    try {
        return await post(url, fields);
    } catch (lost) {
        if (lost instanceof TypeError) return null; // so fetch reports a lost network
        throw lost;
    }
}

function refusal(html) {
    return new DOMParser().parseFromString(html, "text/html").querySelector(".refusal")?.textContent;
}
