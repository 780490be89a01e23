import { ask } from "board-dialog";
import { placeOf, settle } from "board-move";

// "Move to..." on each card: the page that does it without scripts, as a dialog over the board.
const board = document.querySelector("[data-board]");

board?.addEventListener("click", (event) => {
    const link = event.target.closest("[data-move-menu]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const card = link.closest("[data-card]");
    const origin = placeOf(card);
    ask(
        link.getAttribute("href"),
        async ({ stageId, outcome }) => {
            const target = board.querySelector(outcome ? `[data-outcome="${outcome}"]` : `[data-column="${stageId}"]`);
            if (!target) return elsewhere(link, stageId);
            queueMicrotask(() => {
                if (target === origin.list) return;
                target.prepend(card);
                settle(card, origin);
            });
            return { ok: true, status: 200 };
        },
        card,
    );
});

/** A stage of another pipeline is not on this board: leave it to the page. */
function elsewhere(link, stageId) {
    location.assign(`${link.getAttribute("href")}?stageId=${stageId}`);
    return { ok: false, status: 200 };
}
