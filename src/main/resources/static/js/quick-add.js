import { apply, newKey, post } from "board-answer";

// A small form at the top of a column; the link behind the button leads to the full form.
const board = document.querySelector("[data-board]");

board?.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-quick-add]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const slot = link.closest("section").querySelector("[data-quick-add-slot]");
    const response = await fetch(link.dataset.quickAdd, { headers: { "HX-Request": "true" } });
    if (!response.ok) return location.assign(link.href);
    open(slot, await response.text(), link);
});

function open(slot, html, link) {
    slot.innerHTML = html;
    const form = slot.querySelector("form");
    const key = newKey();
    (form.querySelector("[aria-invalid=true]") ?? form.querySelector("input:not([type=hidden])")).focus();
    const close = () => {
        slot.replaceChildren();
        link.focus();
    };
    form.addEventListener("keydown", (event) => event.key === "Escape" && close());
    form.querySelector("[data-cancel]").addEventListener("click", close);
    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        const response = await post(form.getAttribute("action"), { key, ...Object.fromEntries(new FormData(form)) });
        const answer = await response.text();
        if (response.ok) {
            close();
            apply(answer);
        } else if (response.status === 422) open(slot, answer, link);
        else location.assign(link.href);
    });
}
