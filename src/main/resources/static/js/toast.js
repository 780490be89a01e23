import { announce } from "announce";

/**
 * Shows a passing message. It stays for a while, longer where it offers something to do, and as long as it is pointed at,
 * focused, or nobody looks at the page.
 */
export function toast(element) {
    const region = document.getElementById("toasts");
    const close = Object.assign(document.createElement("button"), { type: "button", className: "toast-close" });
    close.ariaLabel = region.dataset.close;
    close.addEventListener("click", () => {
        element.remove();
        document.getElementById("content").focus();
    });
    announce(element.querySelector("span").textContent);
    element.append(close);
    region.replaceChildren(element);
    let seconds = element.querySelector("form") ? 20 : 10;
    const clock = setInterval(() => {
        if (element.matches(":hover, :focus-within") || document.hidden) return;
        if (--seconds > 0 && element.isConnected) return;
        clearInterval(clock);
        element.remove();
    }, 1000);
}
