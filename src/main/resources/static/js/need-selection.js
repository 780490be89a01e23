// Notes what is selected in an answer as a pain or need; without a selection, it takes the user to where one is typed.
const LONGEST = 100;

document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-note-as]");
    if (!button) return;
    const text = button.closest("[data-answer]").querySelector("textarea");
    const selected = text.value.slice(text.selectionStart, text.selectionEnd).replace(/\s+/g, " ").trim();
    const label = document.getElementById("tag-label");
    document.getElementById(`tag-${button.dataset.noteAs}`).checked = true;
    label.value = selected.slice(0, LONGEST);
    if (selected && selected.length <= LONGEST) label.form.requestSubmit();
    else label.focus();
});

// Choosing a suggestion tells which of the two it is.
document.addEventListener("input", ({ target }) => {
    if (target.id !== "tag-label") return;
    const chosen = [...target.list.options].find((option) => option.value === target.value);
    if (chosen) document.getElementById(`tag-${chosen.dataset.kind}`).checked = true;
});
