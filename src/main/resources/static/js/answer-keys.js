// In a list of choices the digits choose, and the arrow keys walk also among boxes, as they do by nature among radio buttons.
document.addEventListener("keydown", (event) => {
    const choices = event.target.closest("[data-choices]");
    if (!choices || event.ctrlKey || event.metaKey || event.altKey) return;
    const controls = [...choices.querySelectorAll("input")];
    if (/^[1-9]$/.test(event.key)) {
        const chosen = controls[event.key - 1];
        if (!chosen?.value) return;
        event.preventDefault();
        chosen.focus();
        chosen.click();
    } else if (event.target.type === "checkbox" && /^Arrow(Up|Down)$/.test(event.key)) {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        controls[(controls.indexOf(event.target) + step + controls.length) % controls.length].focus();
    }
});
