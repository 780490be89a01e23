// Shows the keys to those who use them. That takes room: so it waits until the mouse is released, or what somebody presses
// would move away under the pointer, and the click be lost.
const board = document.querySelector("[data-board]");
let pressed = false;

const show = () =>
    setTimeout(() => pressed || board.classList.toggle("shows-keys", Boolean(board.querySelector(".board-card-title:focus-visible"))));

if (board) {
    ["focusin", "focusout", "keydown"].forEach((type) => board.addEventListener(type, show));
    document.addEventListener("pointerdown", () => (pressed = true), { capture: true });
    for (const type of ["pointerup", "pointercancel", "dragend"]) {
        document.addEventListener(type, () => { pressed = false; show(); }, { capture: true });
    }
}
