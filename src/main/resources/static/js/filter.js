// Applies a choice beside the search field at once. Who walks through the choices by keys has not chosen yet: for them there
// is the button.
const form = document.querySelector(".deal-filter");
let byKeys = false;

form?.addEventListener("keydown", () => (byKeys = true));
form?.addEventListener("pointerdown", () => (byKeys = false));
form?.addEventListener("change", ({ target }) => {
    if (!byKeys && target.matches(".deal-filter > select")) form.requestSubmit();
});
