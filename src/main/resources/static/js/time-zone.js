// Proposes the browser's time zone, which knows better than the server where the team is.
const field = document.querySelector("[data-guess-zone] select");
if (field) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if ([...field.options].some((option) => option.value === zone)) field.value = zone;
}
