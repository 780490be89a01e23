// Coming back to the board finds it scrolled as it was left.
const board = document.querySelector("[data-board]");
const key = `scroll ${location.pathname}${location.search}`;

if (board) {
    const parts = () => [board, ...board.querySelectorAll("[data-column]")];
    const stored = sessionStorage.getItem(key);
    if (stored) {
        const places = JSON.parse(stored);
        parts().forEach((part, i) => ([part.scrollLeft, part.scrollTop] = places[i] ?? [0, 0]));
    }
    addEventListener("pagehide", () => {
        sessionStorage.setItem(key, JSON.stringify(parts().map((part) => [part.scrollLeft, part.scrollTop])));
    });
}
