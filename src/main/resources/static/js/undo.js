import { apply, post, say } from "board-answer";

// Undo from a message, without leaving the board.
document.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-undo]");
    if (!form || !document.querySelector("[data-board]")) return;
    event.preventDefault();
    const response = await post(form.getAttribute("action"), Object.fromEntries(new FormData(form)));
    const html = await response.text();
    if (response.ok || response.status === 409) apply(html);
    else say(new DOMParser().parseFromString(html, "text/html").body.textContent.trim());
});
