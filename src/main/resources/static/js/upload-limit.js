// Says that a file is too large before it is sent, which could take minutes.
document.addEventListener("change", (event) => {
    const input = event.target.closest("[data-upload-limit]");
    if (!input) return;
    const large = input.files[0]?.size > input.dataset.uploadLimit * 1024 * 1024;
    input.setCustomValidity(large ? input.dataset.tooLarge : "");
    if (large) input.reportValidity();
});
