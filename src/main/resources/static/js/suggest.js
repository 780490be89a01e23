// Offers names that are there already while one is typed, and says which may be meant by a misspelt one.
const delay = 200;
let waiting = null;

async function offer(field) {
    const typed = field.value;
    const answer = await fetch(`${field.dataset.suggest}?${new URLSearchParams({ [field.dataset.suggestAs ?? "organization"]: typed })}`).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const offered = new DOMParser().parseFromString(await answer.text(), "text/html").body;
    if (field.value !== typed) return; // a later answer is on its way
    field.list.replaceChildren(...offered.querySelectorAll("option"));
    const near = document.getElementById(`${field.id}-near`);
    if (!near) return;
    offered.querySelectorAll("[data-fill]").forEach((button) => (button.dataset.fill = field.id));
    offered.querySelectorAll("[name=sure]").forEach((sure) => (sure.value = field.id));
    near.replaceChildren(...offered.querySelectorAll(".duplicates"));
}

document.addEventListener("input", ({ target }) => {
    if (!target.matches("[data-suggest]")) return;
    clearTimeout(waiting);
    waiting = setTimeout(offer, delay, target);
});
document.addEventListener("focusin", ({ target }) => {
    if (target.matches("[data-suggest]") && !target.list.options.length) offer(target);
});
