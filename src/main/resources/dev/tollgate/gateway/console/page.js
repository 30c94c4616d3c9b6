// What every part of the console uses. What comes from the server is put in as text, never as markup.

export const byId = id => document.getElementById(id);

/** Makes an element of `properties` and `children`; what begins with `aria-` or `data-` is an attribute. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-')) element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

/** A field and its visible label, which is its name. */
export const labelled = (text, field) => make('label', {}, `${text} `, field);

export function problem(text) {
  byId('problem').textContent = text;
  byId('problem').hidden = !text;
}

export async function json(address, options) {
  const answer = await fetch(address, options);
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.message ?? `status ${answer.status}`);
  return body;
}

export function claims(jwt) {
  const part = jwt.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), c => c.charCodeAt(0))));
}

/** A moment as people read it, with the exact one for who looks closer. */
export function moment(date) {
  return make('time', { dateTime: date.toISOString(), title: date.toISOString(), textContent: date.toLocaleTimeString([], { hour12: false }) });
}

export async function copy(text, button) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'copied';
  } catch {
    problem('the browser does not let this page use the clipboard');
    return;
  }
  setTimeout(() => { button.textContent = before; }, 1500);
}

/** JSON with its members on lines of their own; anything else as it is. */
export function formatted(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
