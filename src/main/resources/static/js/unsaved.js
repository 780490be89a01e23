// Whoever leaves a form in which something was typed is asked first. What that is, a browser can tell: the values differ from
// those that the page came with.
const form = document.querySelector("form[data-unsaved]");
const state = () => new URLSearchParams(new FormData(form)).toString();
const wrong = form?.querySelector("[aria-invalid=true], .alert");
const before = form && !wrong ? state() : null;
let sent = false;

form?.addEventListener("submit", () => (sent = true));
window.addEventListener("pageshow", () => (sent = false));
window.addEventListener("beforeunload", (event) => {
    if (form && !sent && state() !== before) event.preventDefault();
});
