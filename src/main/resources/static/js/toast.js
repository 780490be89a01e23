import { announce } from "announce";

/** Shows a passing message; it stays while it is pointed at or focused. */
export function toast(element, seconds = 10) {
    const region = document.getElementById("toasts");
    region.replaceChildren(element);
    announce(element.textContent.trim());
    const leave = () => (element.matches(":hover, :focus-within") ? setTimeout(leave, 1000) : element.remove());
    setTimeout(leave, seconds * 1000);
}
