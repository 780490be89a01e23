import { placeOf, putBack, scrollBack } from "cards";
import { settle } from "board-move";
import { hideLandings, showLandings } from "landings";

// Dragging by mouse, and by touch after a press-and-hold, so that scrolling never drags.
const board = document.querySelector("[data-board]");
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
let origin = null;
let cancelled = false;
let held = false;
let lastMove = null;
let scrolledAt = 0;
let reminder = null;

function options(list) {
    return {
        group: { name: "deals", pull: !list.dataset.outcome },
        draggable: "[data-card]",
        filter: "[data-no-drag], [aria-busy=true]",
        preventOnFilter: false,
        // one way for mouse and touch; the browser's own dragging gives up a held touch at the slightest tremble
        forceFallback: true,
        fallbackOnBody: true,
        fallbackTolerance: 4,
        delay: 250,
        delayOnTouchOnly: true,
        touchStartThreshold: 8,
        animation: still ? 0 : 150,
        scrollSensitivity: 70,
        scrollSpeed: 14,
        chosenClass: "is-held",
        ghostClass: "board-card-gap",
        fallbackClass: "board-card-lifted",
        onChoose: () => (held = true),
        onUnchoose: () => (held = false),
        onStart: ({ item }) => {
            origin = placeOf(item);
            cancelled = false;
            board.classList.add("is-lifting");
            showLandings(item);
            reminder = setInterval(repeatLastMove, 45);
        },
        onEnd: ({ item, originalEvent }) => {
            clearInterval(reminder);
            lastMove = null;
            const dropped = !cancelled && !isOutside(originalEvent); // asked while the zones are still there
            board.classList.remove("is-lifting");
            hideLandings();
            swallowClick();
            if (!dropped) {
                putBack(item, origin);
                return scrollBack(origin);
            }
            stayWith(item);
            const moved = item.parentElement !== origin.list || item.nextElementSibling !== origin.next;
            if (moved) settle(item, origin);
        },
    };
}

/**
 * Sortable looks at one movement in 30 ms and forgets the others, be it the last one: a pointer that came quickly to an edge
 * and is held still there would scroll nothing. So the last movement is repeated until something scrolls.
 */
function repeatLastMove() {
    if (!lastMove || performance.now() - scrolledAt < 100) return;
    document.dispatchEvent(new lastMove.constructor(lastMove.type, lastMove));
}

function remember(event) {
    const listenedTo = window.Sortable.active?.options.supportPointer ? "pointermove" : "mousemove";
    if (event.isTrusted && event.type === listenedTo) lastMove = event;
}

/** Where columns snap, the one with the card is the one that is seen, not the next to it. */
function stayWith(card) {
    const column = card.closest(".column");
    if (column && getComputedStyle(column).scrollSnapAlign !== "none") column.scrollIntoView({ block: "nearest", inline: "start" });
}

/** Let go beside the board and its zones, or taken over by the browser: that is no drop. */
function isOutside({ type, clientX, clientY }) {
    const under = document.elementFromPoint(clientX, clientY);
    return type === "pointercancel" || !under?.closest(".board, .drop-zone");
}

/** Letting go over a link is no click on it; and Sortable must not wait for a click that never came. */
function swallowClick() {
    const stop = (event) => {
        event.preventDefault();
        event.stopPropagation();
    };
    board.addEventListener("click", stop, { capture: true });
    setTimeout(() => {
        board.removeEventListener("click", stop, { capture: true });
        document.dispatchEvent(new MouseEvent("click", { cancelable: true }));
    });
}

if (board) {
    board.querySelectorAll("[data-column], [data-outcome]").forEach((list) => new window.Sortable(list, options(list)));
    ["pointermove", "mousemove"].forEach((type) => document.addEventListener(type, remember));
    board.addEventListener("scroll", () => (scrolledAt = performance.now()), { capture: true, passive: true });
    const isDragging = () => Boolean(window.Sortable.active);
    addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !isDragging()) return;
        cancelled = true;
        ["pointerup", "mouseup"].forEach((type) => document.dispatchEvent(new Event(type)));
    });
    // a card that is held would open the link's menu on a phone
    board.addEventListener("contextmenu", (event) => held && event.preventDefault());
}
