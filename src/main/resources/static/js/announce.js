/** Says something to people who use a screen reader, through the page's live region. */
export function announce(text) {
    const region = document.getElementById("announcer");
    region.textContent = "";
    requestAnimationFrame(() => (region.textContent = text));
}
