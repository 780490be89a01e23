import { giveOutcome, send, settle } from "board-move";
import { ask } from "board-dialog";
import { cardsIn, placeOf } from "cards";

// "Move to..." on each card: the page that does it without scripts, as a dialog over the board.
const board = document.querySelector("[data-board]");

board?.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-move-menu]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const card = link.closest("[data-card]");
    const chosen = await ask(link.getAttribute("href"), async (fields) => fields);
    if (!chosen || !card.isConnected) return;
    if (chosen.outcome) giveOutcome(card, chosen.outcome);
    else if (chosen.shift) shift(card, chosen.shift);
    else {
        const origin = placeOf(card);
        send(card, origin, link.getAttribute("href"), { stageId: chosen.stageId, from: origin.list.dataset.column });
    }
});

/** Up and down are past the next card that is seen, whatever a filter hides in between. */
function shift(card, where) {
    const origin = placeOf(card);
    const before = { UP: card.previousElementSibling, TOP: cardsIn(origin.list)[0] }[where];
    const after = { DOWN: card.nextElementSibling }[where];
    if (where === "END") return send(card, origin, `/deals/${card.dataset.id}/rank`, { shift: where });
    if (!before && !after) return;
    before ? before.before(card) : after.after(card);
    settle(card, origin);
}
