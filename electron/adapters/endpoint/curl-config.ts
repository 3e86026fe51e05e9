/** A config file for `curl -q --noproxy '*' -K FILE http://daypass/…`, on every system that curl is part of. */

interface Reached {
  readonly socket?: string;
  readonly port?: number;
  /** The whole value of the field. */
  readonly authorization: string;
}

/** https://curl.se/docs/manpage.html#-K */
export function curlConfig({ socket, port, authorization }: Reached): string {
  const way = socket === undefined ? `connect-to = "daypass:80:127.0.0.1:${port}"` : `unix-socket = ${quoted(socket)}`;
  // Without the second header curl would wait for leave to send a body.
  return `${way}\nheader = ${quoted(`Authorization: ${authorization}`)}\nheader = "Expect:"\n`;
}

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};
const quoted = (text: string): string => `"${text.replace(/[\\"\n\r\t\v]/g, (c) => ESCAPES[c] ?? c)}"`;
