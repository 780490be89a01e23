// What every page needs. htmx requests carry the CSRF token.
document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector("meta[name=csrf-token]")?.content;
    const header = document.querySelector("meta[name=csrf-header]")?.content;
    if (token && header) event.detail.headers[header] = token;
});

// What somebody else changed meanwhile (409) is shown in place where a part of a page is made for it.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.xhr.status === 409 && detail.target.closest("[data-swap-conflict]")) {
        detail.shouldSwap = true;
        detail.isError = false;
    }
});

// An address says what is asked for, not what is left empty.
document.addEventListener("formdata", ({ target, formData }) => {
    if (target.method !== "get") return;
    for (const name of new Set(formData.keys())) {
        if (formData.getAll(name).every((value) => value === "")) formData.delete(name);
    }
});

// A form that comes back begins at what is to be corrected, else at the name that may be somebody's already.
const wrong = document.querySelector('main :is([aria-invalid=true], :checked[aria-describedby$="-error"])');
const doubtful = document.querySelector("main form .duplicates [name=sure]");
(wrong ?? (doubtful && document.getElementById(doubtful.value)))?.focus();

// Where a bar is wider than the screen, it shows the place one is at.
for (const current of document.querySelectorAll(":is(.navigation-main, .settings-menu, .stage-bar) > [aria-current]")) {
    const bar = current.parentElement;
    const [outer, inner] = [bar.getBoundingClientRect(), current.getBoundingClientRect()];
    bar.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
}
