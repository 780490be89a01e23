// Enter in the field for a product adds it, instead of saving the whole draft. What was typed is not lost by leaving the page unasked.
const form = document.querySelector("[data-proposal-form]");

form.addEventListener("keydown", (event) => {
    const button = event.key === "Enter" && document.getElementById(event.target.dataset.add);
    if (!button) return;
    event.preventDefault();
    button.click();
});

let changed = Boolean(form.querySelector("[aria-invalid=true]"));
form.addEventListener("input", () => (changed = true));
form.addEventListener("submit", () => (changed = false));
document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.elt.name) changed = true;
});
window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
});
