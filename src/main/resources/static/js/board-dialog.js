import { explain, parse, request } from "board-answer";

/** Asks the server for a form and shows it; answers as {@link show} does, or null where there is none. */
export async function ask(url, submit) {
    const { offline, failed } = document.querySelector("[data-board]").dataset;
    const form = await request(url);
    if (form.ok) return show(form.html, submit);
    explain(form, form.status === 0 ? offline : failed);
    return null;
}

/**
 * Shows a form of the server's in the board's dialog. submit is given its fields and answers what the server said; the
 * dialog stays while that is a form with errors, too much text or a lost network. Answers submit's last word, or null when cancelled.
 */
export function show(html, submit) {
    const dialog = document.querySelector("[data-board-dialog]");
    const { offline } = document.querySelector("[data-board]").dataset;
    fill(dialog, html);
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
            const result = await submit(fieldsOf(new FormData(event.target, event.submitter)));
            dialog.ariaBusy = null;
            if (isAskedAgain(result)) {
                fill(dialog, result.html);
                first(dialog)?.focus();
            } else if (result.status === 0 || result.status === 413) {
                explain(result, offline);
            } else {
                answer = result;
                dialog.close();
            }
        };
    });
}

/** Not for other conflicts, whose cards have forms as well; nor for what a form merely chooses, which has no status. */
function isAskedAgain({ status, html }) {
    return (status === 422 && html.includes("<form")) || (status === 409 && html.includes("data-again"));
}

/** The fields of a form. A name that occurs more than once, as that of boxes to tick, has a list of its values. */
export function fieldsOf(data) {
    return Object.fromEntries([...new Set(data.keys())].map((name) => [name, data.getAll(name).length > 1 ? data.getAll(name) : data.get(name)]));
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
