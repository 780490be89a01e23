/** Says something to people who use a screen reader. Texts are added, not replaced, so that none cuts another short. */
export function announce(text) {
    const line = document.createElement("p");
    line.textContent = text;
    document.getElementById("announcer").append(line);
    setTimeout(() => line.remove(), 20_000);
}
