import { announce } from "announce";
import { apply, explain, newKey, post } from "board-answer";
import { ask, show } from "board-dialog";
import { cardsIn, focusOn, placeOf, putBack, remove, scrollBack } from "cards";

const words = () => document.querySelector("[data-board]").dataset;

/** Tells the server where a card was put; origin is its place before. It stays only if the server agrees. */
export async function settle(card, origin) {
    const list = card.parentElement;
    if (list.dataset.outcome) {
        putBack(card, origin);
        scrollBack(origin);
        return giveOutcome(card, list.dataset.outcome);
    }
    const result = await send(card, origin, `/deals/${card.dataset.id}/stage`, {
        stageId: list.dataset.column,
        from: origin.list.dataset.column,
        aboveId: card.previousElementSibling?.dataset.id,
        belowId: card.nextElementSibling?.dataset.id,
    });
    if (result.ok && !result.said) announce(position("dropped", document.getElementById(card.id) ?? card, list));
}

/** Won is saved at once; the others ask first, and cancelling leaves everything as it was. */
export async function giveOutcome(card, outcome) {
    const url = `/deals/${card.dataset.id}/${outcome === "PARKED" ? "parking" : "outcome"}`;
    const origin = placeOf(card);
    const from = origin.list.dataset.column;
    if (outcome === "WON") return send(card, origin, url, { outcome, from });
    const result = await ask(`${url}?outcome=${outcome}`, (fields) => attempt(card, url, { ...fields, from }));
    if (result) conclude(card, origin, result);
}

/** Posts a change of a card and shows what came of it. */
export async function send(card, origin, url, fields) {
    const result = await attempt(card, url, fields);
    const lacks = result.status === 422 && result.html.includes("<form");
    return lacks ? fillIn(card, origin, url, fields, result.html) : conclude(card, origin, result);
}

/** What a stage asks for and is missing is filled in over the board, and then the card moves; or it goes back. */
async function fillIn(card, origin, url, fields, form) {
    const result = await show(form, (filled) => attempt(card, url, { ...fields, ...filled }));
    if (result) return conclude(card, origin, result);
    putBack(card, origin);
    scrollBack(origin);
    focusOn(card);
    explain({}, words().stays.replace("%deal%", card.dataset.title).replace("%column%", origin.list.dataset.name));
    return { ok: false };
}

async function attempt(card, url, fields) {
    const sent = { version: card.dataset.version, key: newKey(), ...fields };
    card.setAttribute("aria-busy", "true");
    let result = await post(url, sent);
    if (result.status === 0) result = await post(url, sent); // the key makes a second try harmless
    card.removeAttribute("aria-busy");
    return result;
}

function conclude(card, origin, result) {
    if (result.shows) return { ...result, said: apply(result.html) };
    if (result.status === 404) {
        remove(card);
        explain({}, words().missing);
    } else {
        if (card.isConnected) putBack(card, origin);
        explain(result, result.status === 0 ? words().offline : words().failed);
    }
    return result;
}

/** The board's words of that name, filled in for a card in a list. */
export function position(name, card, list) {
    const total = Number(list.closest("section")?.querySelector("[data-total]").dataset.total ?? 0);
    const arriving = list.dataset.column && list.dataset.column !== card.dataset.stage; // not in the total yet
    const cards = cardsIn(list);
    return words()
        [name].replace("%deal%", card.dataset.title)
        .replace("%column%", list.dataset.name)
        .replace("%position%", cards.indexOf(card) + 1)
        .replace("%count%", Math.max(arriving ? total + 1 : total, cards.length));
}
