import { apply, explain, post } from "board-answer";
import { focusOn } from "cards";

// Undo from a message, without leaving the board; also by the keys that undo everywhere.
const board = document.querySelector("[data-board]");

async function undo(form) {
    const fields = Object.fromEntries(new FormData(form));
    const button = form.querySelector("button");
    if (button.disabled) return;
    button.disabled = true;
    const result = await post(form.getAttribute("action"), fields);
    if (result.shows) {
        apply(result.html);
        focusOn(document.getElementById(form.dataset.undo));
    } else {
        button.disabled = false;
        explain(result, result.status === 0 ? board.dataset.unsent : board.dataset.failed);
    }
}

if (board) {
    document.addEventListener("submit", (event) => {
        const form = event.target.closest("[data-undo]");
        if (!form) return;
        event.preventDefault();
        undo(form);
    });
    document.addEventListener("keydown", (event) => {
        const form = document.querySelector("#toasts [data-undo]");
        const writing = event.target.closest("input, textarea, select, dialog");
        const keys = event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
        if (!form || writing || !keys) return;
        event.preventDefault();
        undo(form);
    });
}
