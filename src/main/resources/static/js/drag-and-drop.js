import { placeOf, settle } from "board-move";

// Dragging by mouse, and by touch after a press-and-hold, so that scrolling never drags.
const board = document.querySelector("[data-board]");
let origin = null;

function options(list) {
    return {
        group: { name: "deals", pull: !list.dataset.outcome },
        draggable: "[data-card]",
        filter: "[data-no-drag]",
        preventOnFilter: false,
        delay: 250,
        delayOnTouchOnly: true,
        touchStartThreshold: 6,
        animation: 120,
        emptyInsertThreshold: 40,
        scrollSensitivity: 60,
        ghostClass: "board-card-ghost",
        onStart: ({ item }) => {
            origin = placeOf(item);
            board.classList.add("is-lifting");
        },
        onEnd: ({ item }) => {
            board.classList.remove("is-lifting");
            const moved = item.parentElement !== origin.list || item.nextElementSibling !== origin.next;
            if (moved) settle(item, origin);
        },
    };
}

export function enable(list) {
    return new window.Sortable(list, options(list));
}

if (board) board.querySelectorAll("[data-column], [data-outcome]").forEach(enable);
