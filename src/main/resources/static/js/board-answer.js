import { insert, remove } from "cards";
import { toast } from "toast";

/** A key that makes a repeated request harmless. Works also on plain http, where crypto.randomUUID is missing. */
export function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * Asks for a part of the page, or posts fields, always with the board's filter, so that totals match what is shown.
 * Answers { ok, status, html, shows }; status 0 is a lost network, and shows tells whether the html is how things are now, be
 * it since somebody else was first. A session that ended leads to the login page and back.
 */
export async function request(url, fields) {
    const options = { headers: { "HX-Request": "true" }, signal: AbortSignal.timeout(20_000) };
    if (fields) {
        options.method = "POST";
        options.headers[document.querySelector("meta[name=csrf-header]").content] =
            document.querySelector("meta[name=csrf-token]").content;
        options.body = new URLSearchParams(
            Object.entries(fields).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
        );
    }
    let response;
    try {
        response = await fetch(url, options);
    } catch (lost) {
        if (lost instanceof TypeError || lost.name === "TimeoutError") return { ok: false, shows: false, status: 0, html: "" };
        throw lost;
    }
    if (response.status === 401) location.assign(response.headers.get("HX-Redirect"));
    const html = await response.text();
    const shows = response.ok || (response.status === 409 && !html.includes('class="refusal"'));
    return { ok: response.ok, status: response.status, html, shows };
}

export const post = (url, fields) => request(url + filterBeside(fields), fields);

/** The board's filter without what the fields say themselves: of two values of one name the server takes the first. */
function filterBeside(fields) {
    const filter = new URLSearchParams(location.search);
    Object.keys(fields).forEach((name) => filter.delete(name));
    return `?${filter}`;
}

export const parse = (html) => new DOMParser().parseFromString(html, "text/html").body;

/** Puts an answer's cards, heads, count of parked deals and message where they belong. Answers whether there was a message. */
export function apply(html) {
    const answer = parse(html);
    const each = (selector, what) => answer.querySelectorAll(selector).forEach(what);
    each("[data-column-head], [data-parked]", (part) => document.getElementById(part.id)?.replaceWith(part));
    each("[data-gone]", ({ dataset }) => {
        const card = document.getElementById(dataset.gone);
        if (card) remove(card);
    });
    each("[data-card]", insert);
    const message = answer.querySelector("[data-toast]");
    if (message) toast(message);
    document.dispatchEvent(new Event("board:changed"));
    return Boolean(message);
}

/** Says why something was refused; words are the board's own where the server had none. */
export function explain(result, words) {
    const reason = result.html && parse(result.html).querySelector(".refusal")?.textContent;
    const element = document.createElement("div");
    element.className = "toast-message";
    element.append(Object.assign(document.createElement("span"), { textContent: reason || words }));
    toast(element);
}
