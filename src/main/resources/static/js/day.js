import { announce } from "announce";
import { toast } from "toast";

// What is done about an activity changes the day in place: what came of it is said, and who works by keys goes on from there.
function settled() {
    const notice = document.querySelector("#content > .notice span");
    if (notice) announce(notice.textContent);
    const asked = document.querySelector("[data-next]");
    const next = asked ?? document.querySelector("[data-day] .activity button") ?? document.getElementById("content");
    next.focus({ preventScroll: !asked });
}

function failed({ detail }) {
    const message = document.createElement("div");
    message.className = "toast-message";
    const text = document.createElement("span");
    const answer = new DOMParser().parseFromString(detail.xhr.responseText ?? "", "text/html");
    const reason = answer.querySelector(".refusal, main .alert-warning")?.textContent.trim();
    text.textContent = reason || document.querySelector("[data-day]").dataset.failed;
    message.append(text);
    toast(message);
}

if (!window.tahapDay) {
    window.tahapDay = true; // the page is put in place again and again, and listens once
    document.addEventListener("htmx:afterSettle", ({ detail }) => detail.target?.id === "content" && settled());
    document.addEventListener("htmx:beforeSwap", (event) => {
        if (!event.detail.isError) return;
        event.detail.isError = false; // it is told here, and no fault of the page
        failed(event);
    });
    document.addEventListener("htmx:sendError", failed);
}
