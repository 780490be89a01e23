import { announce } from "announce";

// The list's checkboxes: all rows of the page at once, and how many are ticked.
const bar = document.querySelector("form[data-bulk]");
if (bar) {
    const boxes = [...document.querySelectorAll('input[form="bulk"][name="deal"]')];
    const page = bar.querySelector("[data-bulk-page]");
    const pageBox = page.querySelector("input");
    const all = bar.querySelector("[data-bulk-all]");
    const count = bar.querySelector("[data-bulk-count]");
    let last = null;

    const tell = () => {
        const ticked = boxes.filter((box) => box.checked).length;
        pageBox.checked = ticked === boxes.length;
        pageBox.indeterminate = ticked > 0 && ticked < boxes.length;
        const text = all?.checked ? "" : bar.dataset.count.replace("%count%", ticked);
        count.textContent = ticked > 0 ? text : "";
        bar.classList.toggle("is-chosen", ticked > 0 || Boolean(all?.checked));
    };

    page.hidden = false;
    pageBox.addEventListener("change", () => {
        for (const box of boxes) box.checked = pageBox.checked;
        tell();
    });
    all?.addEventListener("change", tell);
    boxes.forEach((box, place) => {
        // with Shift, all rows from the last one that was ticked
        box.addEventListener("click", (event) => {
            if (event.shiftKey && last !== null) {
                for (let i = Math.min(last, place); i <= Math.max(last, place); i++) boxes[i].checked = box.checked;
            }
            last = place;
            tell();
        });
    });
    bar.addEventListener("submit", (event) => {
        if (boxes.some((box) => box.checked) || all?.checked) return;
        event.preventDefault();
        count.textContent = bar.dataset.none;
        announce(bar.dataset.none);
        boxes[0]?.focus();
    });
    window.addEventListener("pageshow", tell);
    tell();
}
