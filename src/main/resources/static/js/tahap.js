// What every page needs: htmx requests carry the CSRF token.
document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector("meta[name=csrf-token]")?.content;
    const header = document.querySelector("meta[name=csrf-header]")?.content;
    if (token && header) event.detail.headers[header] = token;
});
