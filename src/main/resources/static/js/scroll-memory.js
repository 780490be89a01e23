import { cardsIn } from "cards";
import { more } from "more-cards";

// Coming back to the board finds it scrolled as it was left, with the cards that were loaded then.
const board = document.querySelector("[data-board]");
const key = `scroll ${location.pathname}${location.search}`;
const scrollers = () => [...board.querySelectorAll(".board, .column-scroll")];
const listIn = (scroller) => scroller.querySelector(":scope > [data-column]");

async function restore(scroller, { left, top, cards }) {
    const list = listIn(scroller);
    while (list && cardsIn(list).length < cards && (await more(list)));
    scroller.scrollTo({ left, top, behavior: "instant" });
}

if (board) {
    const stored = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    scrollers().forEach((scroller, i) => stored[i] && restore(scroller, stored[i]));
    addEventListener("pagehide", () => {
        const places = scrollers().map((scroller) => ({
            left: scroller.scrollLeft,
            top: scroller.scrollTop,
            cards: listIn(scroller) ? cardsIn(listIn(scroller)).length : 0,
        }));
        sessionStorage.setItem(key, JSON.stringify(places));
    });
}
