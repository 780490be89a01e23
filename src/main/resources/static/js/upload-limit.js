// Says that a file is too large before it is sent, which could take minutes.
const input = document.querySelector("[data-upload-limit]");
const problem = document.getElementById("file-error");

const isTooLarge = () => input.files[0]?.size > input.dataset.uploadLimit * 1024 * 1024;

input.addEventListener("change", () => {
    problem.textContent = isTooLarge() ? input.dataset.tooLarge : "";
    input.ariaInvalid = isTooLarge() ? "true" : null;
});
input.form.addEventListener("submit", (event) => {
    if (!isTooLarge()) return;
    event.preventDefault();
    input.focus();
});
