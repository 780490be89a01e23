// Runs before the page is painted, so that nobody who prefers dark sees a white flash.
(() => {
    const root = document.documentElement;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const apply = () => {
        const wanted = root.dataset.theme;
        root.dataset.bsTheme = wanted === "auto" ? (dark.matches ? "dark" : "light") : wanted;
    };
    apply();
    dark.addEventListener("change", apply);
})();
