import { apply, explain, newKey, parse, post, request } from "board-answer";
import { fieldsOf } from "board-dialog";
import { focusOn } from "cards";

// A small form at the top of a column; the link behind the button leads to the full form.
const board = document.querySelector("[data-board]");

board?.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-quick-add]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    board.querySelectorAll("[data-quick-add-slot]").forEach((slot) => slot.replaceChildren());
    const form = await request(link.dataset.quickAdd);
    if (form.ok) open(link, form.html, newKey());
    else explain(form, board.dataset.failed);
});

function open(link, html, key) {
    const slot = link.closest("section").querySelector("[data-quick-add-slot]");
    slot.replaceChildren(...parse(html).children);
    const form = slot.querySelector("form");
    (form.querySelector("[aria-invalid=true]") ?? form.querySelector("input:not([type=hidden])")).focus();
    const close = () => {
        slot.replaceChildren();
        link.focus();
    };
    form.addEventListener("keydown", (event) => event.key === "Escape" && close());
    form.querySelector("[data-cancel]").addEventListener("click", close);
    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        if (form.ariaBusy === "true") return;
        form.ariaBusy = "true";
        const added = await post(form.getAttribute("action"), { ...fieldsOf(new FormData(form)), key });
        form.ariaBusy = null;
        if (added.ok) {
            close();
            apply(added.html);
            focusOn(document.getElementById(parse(added.html).querySelector("[data-card]")?.id));
        } else if (added.html.includes("<form")) open(link, added.html, added.status === 409 ? newKey() : key);
        else explain(added, added.status === 0 ? board.dataset.unsent : board.dataset.failed);
    });
}
