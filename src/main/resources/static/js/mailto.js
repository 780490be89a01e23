// A link that opens a mail in another program follows what is typed. Placeholders are filled in by the server: they are
// shown first.
const link = document.querySelector("a[data-mailto]");
const form = link?.closest("form");
let placeholders = false;
form?.addEventListener("input", () => {
    const { subject, body } = form.elements;
    const lines = (field) => encodeURIComponent(field.value.replace(/\r?\n/g, "\r\n"));
    placeholders = `${subject.value}${body.value}`.includes("{{");
    link.href = `${link.getAttribute("href").split("?")[0]}?subject=${lines(subject)}&body=${lines(body)}`;
});
link?.addEventListener("click", (click) => {
    if (placeholders) {
        click.preventDefault();
        form.requestSubmit(form.querySelector("[formaction$='/preview']"));
    }
});
