import { announce } from "announce";
import { placeOf, putBack, settle } from "board-move";

// Arrows walk from card to card; Space lifts, arrows carry, Enter drops, Escape puts back.
const board = document.querySelector("[data-board]");
const steps = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
let lifted = null;

const lists = () => [...board.querySelectorAll("[data-column], .is-lifting [data-outcome]")];
const cardsIn = (list) => [...list.querySelectorAll(":scope > [data-card]")];
const focus = (card) => card?.querySelector("a").focus();

function say(key, list) {
    const cards = cardsIn(list);
    const position = lifted ? cards.indexOf(lifted.card) + 1 : 0;
    announce(
        board.dataset[key]
            .replace("%deal%", lifted?.card.dataset.title ?? "")
            .replace("%column%", list.dataset.name)
            .replace("%position%", position)
            .replace("%count%", cards.length),
    );
}

function walk(card, [right, down]) {
    const list = card.parentElement;
    const index = cardsIn(list).indexOf(card);
    if (down) return focus(cardsIn(list)[index + down]);
    const all = lists();
    for (let i = all.indexOf(list) + right; all[i]; i += right) {
        const cards = cardsIn(all[i]);
        if (cards.length) return focus(cards[Math.min(index, cards.length - 1)]);
    }
}

function carry([right, down]) {
    const { card } = lifted;
    const list = card.parentElement;
    if (right) {
        const target = lists()[lists().indexOf(list) + right];
        if (!target) return;
        const beside = cardsIn(target)[cardsIn(list).indexOf(card)] ?? null;
        target.insertBefore(card, beside ?? target.querySelector(":scope > :not([data-card])"));
    } else {
        const cards = cardsIn(list);
        const other = cards[cards.indexOf(card) + down];
        if (!other) return;
        if (down > 0) other.after(card);
        else other.before(card);
    }
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
    focus(card);
    say("carried", card.parentElement);
}

function lift(card) {
    lifted = { card, origin: placeOf(card) };
    card.classList.add("is-lifted");
    board.classList.add("is-lifting");
    say("lifted", card.parentElement);
}

function release(drop) {
    const { card, origin } = lifted;
    card.classList.remove("is-lifted");
    board.classList.remove("is-lifting");
    if (!drop) {
        putBack(card, origin);
        say("cancelled", origin.list);
    }
    lifted = null;
    focus(card);
    const moved = card.parentElement !== origin.list || card.nextElementSibling !== origin.next;
    if (drop && moved) settle(card, origin);
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

if (board) {
    board.addEventListener("keydown", pressed);
    board.addEventListener("focusout", (event) => {
        const gone = lifted && !lifted.card.contains(event.relatedTarget) && document.hasFocus();
        if (gone) queueMicrotask(() => lifted && !lifted.card.contains(document.activeElement) && release(false));
    });
}
