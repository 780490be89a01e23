import { announce } from "announce";
import { explain, parse, request } from "board-answer";

// The order of a list: drag a row by its handle, push it with the arrow keys there, or step it by the buttons, which also
// work without this script. Each posts the row's form with the id of the row that will stand directly above.
const rowsOf = (list) => [...list.querySelectorAll("[data-row]")];

async function place(row, aboveId, focusOn, putBack = () => {}) {
    const list = row.closest("[data-order]");
    const form = row.querySelector("[data-place]");
    const fields = { ...Object.fromEntries(new FormData(form)), aboveId: aboveId ?? "" };
    list.setAttribute("aria-busy", "true");
    const answer = await request(form.action, fields);
    list.removeAttribute("aria-busy");
    if (answer.shows) {
        return show(list, parse(answer.html).querySelector("[data-order]"), row.dataset.row, focusOn);
    }
    putBack();
    explain(answer, list.dataset.failed);
}

function show(old, fresh, id, focusOn) {
    old.replaceWith(fresh);
    enable(fresh);
    const row = fresh.querySelector(`[data-row="${id}"]`);
    (row.querySelector(`${focusOn}:enabled`) ?? row.querySelector("[data-handle]")).focus();
    const refusal = fresh.querySelector("[data-refusal]");
    const [position, count] = [rowsOf(fresh).indexOf(row) + 1, rowsOf(fresh).length];
    const moved = fresh.dataset.moved.replace("%name%", row.dataset.name);
    announce(refusal?.textContent ?? moved.replace("%position%", position).replace("%count%", count));
}

/** The buttons know what stands above after one step. */
function step(row, direction, focusOn) {
    const button = row.querySelector(`[data-step=${direction}]`);
    if (!button.disabled) place(row, button.value, focusOn);
}

function drag() {
    let next = null;
    return {
        handle: "[data-handle]",
        draggable: "[data-row]",
        forceFallback: true, // browsers start no drag of their own on a button
        animation: 120,
        ghostClass: "is-ghost",
        onChoose: ({ item }) => (next = item.nextElementSibling), // before a copy of the row joins the list
        onEnd: ({ item }) => {
            if (item.nextElementSibling === next) return;
            const putBack = () => item.parentElement.insertBefore(item, next);
            place(item, item.previousElementSibling?.dataset.row, "[data-handle]", putBack);
        },
    };
}

function enable(list) {
    list.classList.add("is-enhanced");
    const rows = list.querySelector("[data-row]")?.parentElement;
    if (rows) new window.Sortable(rows, drag());
}

document.addEventListener("keydown", (event) => {
    const direction = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    const row = event.target.closest("[data-handle]")?.closest("[data-row]");
    if (!row || !direction || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step(row, direction, "[data-handle]");
});

document.addEventListener("submit", (event) => {
    const row = event.target.closest("[data-order] [data-place]")?.closest("[data-row]");
    if (!row) return;
    event.preventDefault();
    step(row, event.submitter.dataset.step, `[data-step=${event.submitter.dataset.step}]`);
});

document.querySelectorAll("[data-order]").forEach(enable);
