// An open definition closes by Escape, and by a click elsewhere; opening another one closes it by its shared name.
const opened = () => document.querySelector("details.definition[open]");

document.addEventListener("click", (event) => {
    const definition = opened();
    if (definition && !definition.contains(event.target)) definition.open = false;
});

document.addEventListener("keydown", (event) => {
    const definition = opened();
    if (event.key === "Escape" && definition) {
        definition.open = false;
        definition.querySelector("summary").focus();
    }
});
