import { parse, request } from "board-answer";
import { cardsIn } from "cards";

// More cards of a column as it is scrolled; they follow the last card that is on the page, wherever that came from.
const board = document.querySelector("[data-board]");
const underway = new Map();

const linkOf = (list) => list.closest("section")?.querySelector("[data-more]");

/** Loads the column's next cards. Answers whether any came. */
export function more(list) {
    if (!linkOf(list)) return Promise.resolve(false);
    if (!underway.has(list)) underway.set(list, load(list).finally(() => underway.delete(list)));
    return underway.get(list);
}

async function load(list) {
    const link = linkOf(list);
    const url = new URL(link.dataset.more, location);
    const last = cardsIn(list).at(-1);
    if (last) {
        url.searchParams.set("rank", last.dataset.rank);
        url.searchParams.set("id", last.dataset.id);
    }
    url.searchParams.set("shown", cardsIn(list).length);
    const result = await request(url);
    if (!result.ok) return false; // the link stays, to be tried again or followed
    const part = parse(result.html);
    const cards = [...part.querySelectorAll("[data-card]")].filter((card) => !document.getElementById(card.id));
    list.append(...cards);
    link.parentElement.replaceWith(part.querySelector("[data-more]")?.parentElement ?? "");
    watch(list);
    return cards.length > 0;
}

const seen = new IntersectionObserver(
    (entries) => {
        for (const { isIntersecting, target } of entries) {
            if (isIntersecting) more(target.closest("section").querySelector("[data-column]"));
        }
    },
    { rootMargin: "300px" },
);

function watch(list) {
    const link = linkOf(list);
    if (link) seen.observe(link);
}

/** Says anew how many of how many cards are shown, as cards come and go. */
function recount() {
    for (const link of board.querySelectorAll("[data-more]")) {
        const section = link.closest("section");
        const total = Number(section.querySelector("[data-total]").dataset.total);
        const number = (value) => value.toLocaleString(document.documentElement.lang);
        link.textContent = link.dataset.words
            .replace("%shown%", number(cardsIn(section.querySelector("[data-column]")).length))
            .replace("%count%", number(total));
    }
}

if (board) {
    board.querySelectorAll("[data-column]").forEach(watch);
    board.addEventListener("click", (event) => {
        const link = event.target.closest("[data-more]");
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        more(link.closest("section").querySelector("[data-column]"));
    });
    document.addEventListener("board:changed", recount);
}
