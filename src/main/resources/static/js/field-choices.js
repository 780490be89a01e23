// Asks for choices only where the type of a new field has any.
const type = document.querySelector('select[name="type"]');
const choices = document.querySelector('[data-choices]');

function show() {
    choices.hidden = !type.value.startsWith('CHOICE');
}

type.addEventListener('change', show);
show();
