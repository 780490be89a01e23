// A link that opens a mail in another program follows what is typed.
const link = document.querySelector("a[data-mailto]");
link?.closest("form").addEventListener("input", ({ currentTarget: form }) => {
    const lines = (field) => encodeURIComponent(form.elements[field].value.replace(/\r?\n/g, "\r\n"));
    link.href = `${link.getAttribute("href").split("?")[0]}?subject=${lines("subject")}&body=${lines("body")}`;
});
