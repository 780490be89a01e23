import { announce } from "announce";

// Offers the names of colleagues while an @ is typed into a text within [data-mentions]. Arrow keys choose, Enter or Tab
// takes, Escape puts away.
const begun = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{M}][\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]*){0,2}|)$/u;
const delay = 150;
let list = null;
let waiting = null;

function typed(area) {
    return begun.exec(area.value.slice(0, area.selectionStart))?.[1] ?? null;
}

function putAway() {
    clearTimeout(waiting);
    list?.area.removeAttribute("aria-activedescendant");
    list?.area.removeAttribute("aria-controls");
    list?.element.remove();
    list = null;
}

function choose(index) {
    list.options.forEach((option, at) => (option.ariaSelected = String(at === index)));
    list.index = index;
    list.area.setAttribute("aria-activedescendant", list.options[index].id);
}

function take() {
    const { area, options, index } = list;
    const start = area.selectionStart - typed(area).length;
    area.setRangeText(`${options[index].textContent} `, start, area.selectionStart, "end");
    putAway();
    area.focus();
}

async function offer(area) {
    const text = typed(area);
    if (text === null) return putAway();
    const box = area.closest("[data-mentions]");
    const answer = await fetch(`${box.dataset.mentions}?${new URLSearchParams({ text })}`).catch(() => null);
    if (!answer?.ok || answer.redirected) return putAway();
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll("li");
    if (typed(area) !== text) return; // a later answer is on its way
    putAway();
    if (!found.length) return;
    const element = document.createElement("ul");
    element.className = "mention-list";
    element.id = `${area.id}-mentions`;
    element.setAttribute("role", "listbox");
    element.ariaLabel = box.dataset.label;
    element.append(...found);
    const options = [...element.children];
    options.forEach((option, at) => (option.id = `${element.id}-${at}`));
    area.insertAdjacentElement("afterend", element);
    area.setAttribute("aria-controls", element.id);
    list = { area, element, options, index: 0 };
    choose(0);
    announce(box.dataset.found.replace("#", options.length));
}

document.addEventListener("input", ({ target }) => {
    if (!target.matches("[data-mentions] textarea")) return;
    clearTimeout(waiting);
    waiting = setTimeout(offer, delay, target);
});
document.addEventListener("keydown", (event) => {
    if (!list || event.target !== list.area) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose((list.index + step + list.options.length) % list.options.length);
    else if (event.key === "Enter" || event.key === "Tab") take();
    else if (event.key === "Escape") putAway();
    else return;
    event.preventDefault();
});
document.addEventListener("pointerdown", (event) => {
    if (!list || !list.element.contains(event.target)) return;
    event.preventDefault(); // the text keeps the focus
    const at = list.options.indexOf(event.target);
    if (at < 0) return;
    choose(at);
    take();
});
document.addEventListener("focusout", ({ target }) => target === list?.area && putAway());
