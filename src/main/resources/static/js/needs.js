import { parse, request } from "board-answer";

// Answers are saved as they are typed, each by itself. What could not be sent stays in this browser, also over a new log-in,
// and is sent as soon as that works again.
const form = document.querySelector("[data-needs]");
const status = form?.querySelector("[data-status]");
const PAUSE = 900;
const RETRY = 5000;
const answers = new Map();

const place = (id) => `tahap-answer-${form.dataset.user}-${form.dataset.deal}-${id}`;

function say(text) {
    if (status.textContent !== text) status.textContent = text;
}

class Answer {
    sending = false;
    changed = false;
    timer = null;

    constructor(group) {
        this.id = group.dataset.wording;
    }

    // asked for each time: taking the other's answer puts another element there
    get group() {
        return form.querySelector(`[data-wording="${this.id}"]`);
    }

    get version() {
        return this.group.querySelector("[data-version]");
    }

    get values() {
        return new FormData(form).getAll(`answer-${this.id}`).filter((value) => value !== "");
    }

    /** Whether somebody was faster than this script. */
    get touched() {
        return [...this.group.querySelectorAll(`[name="answer-${this.id}"]`)].some(
            ({ type, value, defaultValue, checked, defaultChecked }) =>
                type === "textarea" ? value !== defaultValue : checked !== defaultChecked,
        );
    }

    get overtaken() {
        return this.group.querySelector("[data-conflict]");
    }

    note(pause) {
        this.changed = true;
        this.keep();
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.save(), pause);
    }

    keep() {
        try {
            localStorage.setItem(place(this.id), JSON.stringify({ values: this.values, version: this.version.value }));
        } catch {
            // without that store a lost connection is still retried while the page is open
        }
    }

    forget() {
        if (!this.changed) localStorage?.removeItem(place(this.id));
    }

    /** What an earlier visit could not send. */
    recall() {
        const kept = JSON.parse(localStorage?.getItem(place(this.id)) ?? "null");
        if (!kept) return;
        if (JSON.stringify(kept.values) === JSON.stringify(this.values)) return this.forget();
        for (const control of this.group.querySelectorAll(`[name="answer-${this.id}"]`)) {
            if (control.type === "textarea") control.value = kept.values[0] ?? "";
            else control.checked = kept.values.includes(control.value) || (control.value === "" && !kept.values.length);
        }
        this.version.value = kept.version;
        this.note(0);
    }

    async save() {
        clearTimeout(this.timer);
        if (!this.changed || this.sending || this.overtaken) return;
        this.sending = true;
        this.changed = false;
        say(form.dataset.saving);
        const fields = { [`answer-${this.id}`]: this.values, [`version-${this.id}`]: this.version.value };
        const result = await request(`${form.getAttribute("action")}/${this.id}`, fields);
        this.sending = false;
        this.conclude(result);
    }

    conclude({ ok, status: code, html }) {
        const answer = parse(html);
        const saved = answer.querySelector("[data-saved]");
        const conflict = answer.querySelector("[data-conflict]");
        if (ok && saved) {
            this.version.value = saved.dataset.version;
            this.forget();
            this.show("");
            document.querySelector("[data-need-count]").textContent = saved.dataset.open;
            say(saved.textContent);
        } else if (code === 409 && conflict) {
            this.choose(conflict, answer.querySelector("template"));
        } else if (code === 422) {
            this.show(answer.querySelector(".refusal")?.textContent ?? form.dataset.failed, true);
            say(form.dataset.failed);
        } else if (code === 404) {
            say(form.dataset.missing);
        } else if (code !== 401) {
            this.changed = true;
            say(code === 0 ? form.dataset.offline : form.dataset.failed);
            this.timer = setTimeout(() => this.save(), RETRY);
            return;
        }
        if (this.changed) this.note(PAUSE);
    }

    /** Somebody else was first: both texts are shown, and the next word is the user's. */
    choose(conflict, theirs) {
        this.changed = true;
        this.group.querySelector("[data-conflict-slot]").replaceChildren(conflict);
        say(form.dataset.kept);
        conflict.querySelector("[data-keep-mine]").addEventListener("click", () => {
            this.version.value = conflict.dataset.version;
            conflict.remove();
            this.group.querySelector("textarea, :checked, input:not([type=hidden])")?.focus();
            this.note(0);
        });
        conflict.querySelector("[data-take-theirs]").addEventListener("click", () => {
            const section = theirs.content.firstElementChild;
            section.querySelector(".need-number").textContent = this.group.dataset.number;
            section.dataset.number = this.group.dataset.number;
            this.group.replaceWith(section);
            this.changed = false;
            this.forget();
            enhance(section);
            section.querySelector("textarea, :checked, input:not([type=hidden])")?.focus();
        });
    }

    show(text, wrong = false) {
        const state = this.group.querySelector("[data-state]");
        state.classList.toggle("field-error", wrong);
        state.textContent = text;
        this.group.querySelector("textarea")?.toggleAttribute("aria-invalid", wrong);
    }
}

function enhance(root) {
    root.querySelectorAll("[data-note]").forEach((note) => (note.hidden = false));
}

const answerOf = (target) => answers.get(target.closest("[data-answer]")?.dataset.wording);

if (form) {
    form.querySelectorAll("[data-answer]").forEach((group) => answers.set(group.dataset.wording, new Answer(group)));
    enhance(form);
    answers.forEach((answer) => {
        answer.recall();
        if (answer.touched && !answer.changed) answer.note(PAUSE);
    });
    form.addEventListener("input", ({ target }) => answerOf(target)?.note(target.type === "textarea" ? PAUSE : 0));
    form.addEventListener("focusout", ({ target }) => answerOf(target)?.save());
    const saveAll = () => answers.forEach((answer) => answer.save());
    addEventListener("online", saveAll);
    document.addEventListener("visibilitychange", () => document.hidden && saveAll());
}
