import { announce } from "announce";

// A button that copies a link. Behind a proxy only the browser knows under which name Tahap is reached.
for (const button of document.querySelectorAll("[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    if (field.dataset.path) field.value = new URL(field.dataset.path, location.href).href;
    field.addEventListener("focus", () => field.select());
    button.hidden = false;
    button.addEventListener("click", async () => {
        field.select();
        // the clipboard needs HTTPS or localhost; elsewhere the old way still serves
        if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
        else document.execCommand("copy");
        button.textContent = button.dataset.copied;
        announce(button.dataset.copied);
    });
}
