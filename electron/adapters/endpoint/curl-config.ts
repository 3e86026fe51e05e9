/** A config file for `curl -q --noproxy '*' -K FILE daypass/…`, on every system that curl is part of. */

/** A socket is its folder's owner's; a port can be anybody's, so there the server proves itself by its key. */
export type Way = { readonly socket: string } | { readonly port: number; readonly pin: string };

/** `authorization` is the whole value of the field. https://curl.se/docs/manpage.html#-K */
export function curlConfig(way: Way, authorization: string): string {
  const lines = [
    ...('socket' in way ? [`unix-socket = ${quoted(way.socket)}`] : overLoopback(way)),
    `header = ${quoted(`Authorization: ${authorization}`)}`,
    // Without it curl would wait for leave to send a body.
    'header = "Expect:"',
  ];
  return `${lines.join('\n')}\n`;
}

const CONNECT_SECONDS = 5;

/** The pin is compared before a byte of the request is sent, also where no authority is asked about the certificate. */
const overLoopback = ({ port, pin }: { readonly port: number; readonly pin: string }): readonly string[] => [
  `connect-to = "daypass:443:127.0.0.1:${port}"`,
  'proto-default = "https"',
  'proto = "=https"',
  'insecure',
  `pinnedpubkey = "${pin}"`,
  // For one that takes the port and says nothing.
  `connect-timeout = ${CONNECT_SECONDS}`,
];

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};
const quoted = (text: string): string => `"${text.replace(/[\\"\n\r\t\v]/g, (c) => ESCAPES[c] ?? c)}"`;
