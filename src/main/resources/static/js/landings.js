import { parse } from "board-answer";

// Where a lifted card may land, and what it lacks there. Asked for as it is lifted; carrying it waits for nothing, and an answer
// that does not come says nothing: what is missing is asked for after the drop all the same.
const board = document.querySelector("[data-board]");
let lifted = null;
let asksNothing = false;

export function showLandings(card) {
    if (asksNothing) return;
    const mine = { said: new Map() };
    lifted = mine;
    mine.known = load(`/deals/${card.dataset.id}/landings`).then((answer) => {
        if (!answer || lifted !== mine) return;
        asksNothing = answer.querySelector("[data-landings]")?.dataset.landings === "none";
        answer.querySelectorAll("[data-landing]").forEach((note) => place(note, mine.said));
    });
}

async function load(url) {
    const response = await fetch(url, { headers: { "HX-Request": "true" } }).catch(() => null);
    return response?.ok ? parse(await response.text()) : null;
}

function place(note, said) {
    const target = note.dataset.landing;
    const list = board.querySelector(`[data-column="${target}"], [data-outcome="${target}"]`);
    if (!list) return;
    said.set(list, note.querySelector(".landing-words").textContent.replace(/\s+/g, " ").trim());
    list.closest(".column-body, .drop-zone").append(note);
}

export function hideLandings() {
    lifted = null;
    board.querySelectorAll("[data-landing]").forEach((note) => note.remove());
}

/** What is said of a column, once it is known; nothing where the card was put down meanwhile. */
export async function landingIn(list) {
    const mine = lifted;
    await mine?.known;
    return mine && mine === lifted ? mine.said.get(list) : undefined;
}
