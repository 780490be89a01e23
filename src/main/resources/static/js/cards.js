// The cards on the board: where they stand, and where they belong.

export const cardsIn = (list) => [...list.querySelectorAll(":scope > [data-card]")];

export const listOf = (stage) => document.querySelector(`[data-column="${stage}"]`);

/** Whether the column has cards that are not on the page yet. */
export const hasMore = (list) => Boolean(list.closest("section")?.querySelector("[data-more]"));

export const focusOn = (card) => card?.querySelector("a").focus();

/** Where a card stands, and how the board was scrolled then, so that it can be put back exactly there. */
export const placeOf = (card) => ({ list: card.parentElement, next: card.nextElementSibling, scrolled: scrolled(card) });

const scrolled = (card) =>
    [...card.closest("[data-board]").querySelectorAll(".board, .column-scroll")].map((element) => ({
        element,
        left: element.scrollLeft,
        top: element.scrollTop,
    }));

/** Carrying a card scrolls what it comes near to: this takes it back. */
export const scrollBack = (place) =>
    place.scrolled.forEach(({ element, left, top }) => element.scrollTo({ left, top, behavior: "instant" }));

export function putBack(card, { list, next }) {
    if (!next || next.parentElement === list) list.insertBefore(card, next);
    else list.insertBefore(card, follower(card, list));
}

/** Puts a card that the server sent where its rank says, unless that is among the cards which are not loaded yet. */
export function insert(card) {
    const list = listOf(card.dataset.stage);
    const old = document.getElementById(card.id);
    const focused = old?.contains(document.activeElement);
    const stays = old?.parentElement === list;
    old?.remove();
    if (!list) return;
    const next = follower(card, list);
    if (next || stays || !hasMore(list)) list.insertBefore(card, next);
    if (focused) focusOn(card);
}

/** Takes a card off the board; who was on it comes to stand on the next one. */
export function remove(card) {
    const list = card.parentElement;
    const beside = card.nextElementSibling ?? card.previousElementSibling ?? null;
    const focused = card.contains(document.activeElement);
    card.remove();
    if (focused) beside ? focusOn(beside) : list.focus();
}

/** The card below the place that a rank names; ranks are compared byte by byte, as the database does. */
function follower(card, list) {
    const after = ({ dataset }) =>
        dataset.rank === card.dataset.rank ? +dataset.id > +card.dataset.id : dataset.rank > card.dataset.rank;
    return cardsIn(list).find((other) => other !== card && after(other)) ?? null;
}
