// Shows only the fields that what is chosen needs. Hidden ones are not sent; without scripts all of them are there.
const choice = document.querySelector("[data-chooses]");

function show() {
    const needs = (choice.selectedOptions[0]?.dataset.needs ?? "").split(" ");
    for (const part of document.querySelectorAll("[data-needed]")) {
        part.hidden = !needs.includes(part.dataset.needed);
        part.querySelectorAll("input, select").forEach((control) => (control.disabled = part.hidden));
    }
}

choice.addEventListener("change", show);
addEventListener("pageshow", show); // browsers put back what was chosen
show();
