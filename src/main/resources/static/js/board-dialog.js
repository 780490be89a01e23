/**
 * Asks for what a change needs, in a dialog with the form that the server also serves as a page of its own.
 * send is given the form's fields and answers whether it was accepted, or the form again with its errors.
 */
export async function ask(url, send, origin) {
    const dialog = document.querySelector("[data-board-dialog]");
    const response = await fetch(url, { headers: { "HX-Request": "true" } });
    if (!response.ok) {
        location.assign(url);
        return { ok: false, status: response.status };
    }
    fill(dialog, await response.text());
    dialog.showModal();
    return new Promise((resolve) => {
        const close = (result) => {
            dialog.onsubmit = dialog.onclick = dialog.onclose = null;
            if (dialog.open) dialog.close();
            const card = document.getElementById(origin.id);
            card?.querySelector("a")?.focus();
            resolve(result);
        };
        dialog.onclose = () => close({ ok: false, status: 0 });
        dialog.onclick = (event) => {
            if (!event.target.closest("[data-cancel]")) return;
            event.preventDefault();
            close({ ok: false, status: 0 });
        };
        dialog.onsubmit = async (event) => {
            event.preventDefault();
            const button = dialog.querySelector("button[type=submit]");
            button.disabled = true;
            const result = await send(Object.fromEntries(new FormData(event.target, event.submitter)));
            button.disabled = false;
            if (result.status === 422 && result.html.includes("<form")) fill(dialog, result.html);
            else if (result.status !== 0) close(result);
        };
    });
}

function fill(dialog, html) {
    const content = new DOMParser().parseFromString(html, "text/html").body;
    dialog.replaceChildren(...content.children);
    const first = dialog.querySelector("[aria-invalid=true], select, input:not([type=hidden]), textarea");
    first?.focus();
}
