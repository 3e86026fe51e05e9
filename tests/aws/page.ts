// Guarantees: the pages that a person meets on the way in: one question with two buttons, or one thing to read. A form
// goes back to the address it came from, so that a browser and a single POST ({ answer: 'touch' }) get equally far.
import type { ApiReply, ApiRequest } from './api-request.ts';

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string): string => text.replace(/[&<>"]/g, (char) => escaped[char] ?? char);

const html = (status: number, title: string, body: string): ApiReply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: `<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>${escapeText(title)}</title>\n<h1>${escapeText(title)}</h1>\n${body}\n</html>\n`,
});

export interface Question {
  readonly title: string;
  /** What the button does that goes on: "Touch the key". */
  readonly yes: string;
  /** Who may be chosen, the first by default; without them the person is known. */
  readonly people?: readonly string[];
  /** The code that a device shows, to be typed or already there. */
  readonly userCode?: string;
}

export function questionPage({ title, yes, people, userCode }: Question): ApiReply {
  const options = people?.map((one) => `<option>${escapeText(one)}</option>`).join('');
  const fields = [
    options ? `<p><select name="user">${options}</select></p>` : '',
    userCode === undefined ? '' : `<p><input name="user_code" value="${escapeText(userCode)}"></p>`,
  ];
  const button = (value: string, label: string) =>
    `<button name="answer" value="${value}">${escapeText(label)}</button>`;
  return html(
    200,
    title,
    `<form method="post">${fields.join('')}${button('touch', yes)} ${button('deny', 'Cancel')}</form>`,
  );
}

/** Something to read and, where there is one, the one text to copy. */
export const textPage = (title: string, copy?: string, status = 200): ApiReply =>
  html(status, title, copy ? `<p><textarea id="copy" readonly>${escapeText(copy)}</textarea></p>` : '');

/** What the person has answered; anything but the button that goes on is a no. */
export function answerOf(request: ApiRequest): { readonly yes: boolean; readonly form: URLSearchParams } {
  const form = new URLSearchParams(request.body.toString('utf8'));
  return { yes: form.get('answer') === 'touch', form };
}

export function redirect(to: string, parameters: Readonly<Record<string, string>>, outcome = 'ok'): ApiReply {
  const location = new URL(to);
  for (const [name, value] of Object.entries(parameters)) location.searchParams.set(name, value);
  return { status: 303, headers: { location: location.href, 'cache-control': 'no-store' }, body: '', outcome };
}
