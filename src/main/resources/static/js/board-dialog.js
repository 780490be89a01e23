import { explain, parse, request } from "board-answer";

/**
 * Shows a form of the server's in the board's dialog. submit is given its fields and answers what the server said; the
 * dialog stays while that is a form with errors or a lost network. Answers submit's last word, or null when cancelled.
 */
export async function ask(url, submit) {
    const dialog = document.querySelector("[data-board-dialog]");
    const { offline, failed } = document.querySelector("[data-board]").dataset;
    const form = await request(url);
    if (!form.ok) {
        explain(form, form.status === 0 ? offline : failed);
        return null;
    }
    fill(dialog, form.html);
    dialog.showModal();
    first(dialog)?.focus();
    return new Promise((resolve) => {
        let answer = null;
        dialog.onclose = () => resolve(answer);
        dialog.onclick = (event) => {
            if (!event.target.closest("[data-cancel]")) return;
            event.preventDefault();
            dialog.close();
        };
        dialog.onsubmit = async (event) => {
            event.preventDefault();
            if (dialog.ariaBusy === "true") return;
            dialog.ariaBusy = "true";
            const result = await submit(Object.fromEntries(new FormData(event.target, event.submitter)));
            dialog.ariaBusy = null;
            if (result.status === 422 && result.html.includes("<form")) {
                fill(dialog, result.html);
                first(dialog)?.focus();
            } else if (result.status === 0) {
                explain(result, offline);
            } else {
                answer = result;
                dialog.close();
            }
        };
    });
}

function fill(dialog, html) {
    dialog.replaceChildren(...parse(html).children);
}

/** What is to be corrected, else the first thing to fill in or to press. */
function first(dialog) {
    return (
        dialog.querySelector("[aria-invalid=true]") ??
        dialog.querySelector("select, input:not([type=hidden]), textarea, button:not([disabled])")
    );
}
