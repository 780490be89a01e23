import { announce } from "announce";
import { position, settle } from "board-move";
import { cardsIn, focusOn, placeOf, putBack, scrollBack } from "cards";
import { hideLandings, landingIn, showLandings } from "landings";
import { more } from "more-cards";

// Arrows walk from card to card; Space lifts, arrows carry, Enter drops, Escape puts back.
const board = document.querySelector("[data-board]");
const steps = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
let lifted = null;

const lists = () => [...board.querySelectorAll("[data-column], .is-lifting [data-outcome]")];

/** The card above or below, loading more where the column goes on. */
async function neighbour(card, down) {
    const beside = down > 0 ? card.nextElementSibling : card.previousElementSibling;
    if (beside || down < 0 || !(await more(card.parentElement))) return beside;
    return card.nextElementSibling;
}

async function walk(card, [right, down]) {
    if (down) return focusOn(await neighbour(card, down));
    const index = cardsIn(card.parentElement).indexOf(card);
    const all = lists();
    for (let i = all.indexOf(card.parentElement) + right; all[i]; i += right) {
        const cards = cardsIn(all[i]);
        if (cards.length) return focusOn(cards[Math.min(index, cards.length - 1)]);
    }
}

async function carry([right, down]) {
    const { card } = lifted;
    const list = card.parentElement;
    if (right) {
        const target = lists()[lists().indexOf(list) + right];
        if (!target) return;
        target.insertBefore(card, cardsIn(target)[cardsIn(list).indexOf(card)] ?? null);
    } else {
        const other = await neighbour(card, down);
        if (!other || !lifted) return;
        if (down > 0) other.after(card);
        else other.before(card);
    }
    focusOn(card);
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
    announce(position(card.parentElement.dataset.outcome ? "overZone" : "carried", card, card.parentElement));
    if (right) tellLanding(card.parentElement);
}

/** Who is past the column by then has no use for it. */
async function tellLanding(list) {
    const said = await landingIn(list);
    if (said && lifted?.card.parentElement === list) announce(said);
}

function lift(card) {
    if (card.ariaBusy === "true") return;
    lifted = { card, origin: placeOf(card) };
    card.classList.add("is-lifted");
    board.classList.add("is-lifting");
    showLandings(card);
    announce(position("lifted", card, card.parentElement));
}

function release(drop, stay = true) {
    const { card, origin } = lifted;
    lifted = null;
    card.classList.remove("is-lifted");
    board.classList.remove("is-lifting");
    hideLandings();
    const moved = card.parentElement !== origin.list || card.nextElementSibling !== origin.next;
    if (!drop) {
        putBack(card, origin);
        if (stay) scrollBack(origin);
        announce(position("cancelled", card, origin.list));
    } else if (moved) settle(card, origin);
    else announce(position("dropped", card, origin.list));
    if (stay) focusOn(card);
}

function pressed(event) {
    const card = event.target.closest("[data-card]");
    if (!card || event.target.closest("[data-no-drag]") || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key in steps) lifted ? carry(steps[event.key]) : walk(card, steps[event.key]);
    else if (event.key === " ") lifted ? release(true) : lift(card);
    else if (event.key === "Enter" && lifted) release(true);
    else if (event.key === "Escape" && lifted) release(false);
    else return;
    event.preventDefault();
}

/** One stop of the Tab key in each column: the card that was focused last, else the first. */
function rove() {
    for (const list of board.querySelectorAll("[data-column]")) {
        const cards = cardsIn(list);
        const current = cards.find((card) => card.matches(".is-current")) ?? cards[0];
        for (const card of cards) card.querySelectorAll("a").forEach((link) => (link.tabIndex = card === current ? 0 : -1));
    }
}

function focused({ target }) {
    const card = target.closest("[data-card]");
    if (!card || card.matches(".is-current")) return;
    cardsIn(card.parentElement).forEach((other) => other.classList.toggle("is-current", other === card));
    rove();
}

/** Whoever leaves a lifted card has not dropped it. Carrying moves the focus, too, but brings it back at once. */
function left() {
    if (!lifted || !document.hasFocus()) return;
    queueMicrotask(() => lifted && document.activeElement !== lifted.card.querySelector("a") && release(false, false));
}

if (board) {
    board.addEventListener("keydown", pressed);
    board.addEventListener("focusin", focused);
    board.addEventListener("focusout", left);
    const changes = new MutationObserver(rove);
    board.querySelectorAll("[data-column]").forEach((list) => changes.observe(list, { childList: true }));
    rove();
}
