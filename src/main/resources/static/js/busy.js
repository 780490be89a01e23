import { announce } from "announce";

// A form whose change takes long says so, and is sent once: its button waits until the answer is there.
document.addEventListener("submit", (event) => {
    const button = event.submitter;
    const busy = event.target.dataset.busy;
    if (!busy || !button) return;
    event.target.setAttribute("aria-busy", "true");
    button.dataset.label = button.textContent;
    button.textContent = busy;
    setTimeout(() => (button.disabled = true)); // once the form is on its way
    announce(busy);
});

// Who comes back by the browser's button finds the form as it was.
window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll("form[data-busy][aria-busy]")) {
        form.removeAttribute("aria-busy");
        const button = form.querySelector("button[data-label]");
        button.textContent = button.dataset.label;
        button.disabled = false;
    }
});
