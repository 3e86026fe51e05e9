/**
 * What is shown again of a pasted text: no password, no token, no code, and of an access key its last four characters.
 * It takes away too much rather than too little, and in one walk for each rule: nothing is looked for twice at one place.
 */

const GONE = '…';
/** What keys, tokens and signatures are written with. */
const RUN = '[\\w+/=%~-]';
/** A long value goes on where a line is full. */
const GOES_ON = `(?:\\r?\\n[ \\t>|│]{0,4}${RUN}{1,1000}(?=[ \\t]{0,4}(?:\\r?\\n|$)))*`;
const VALUE = `["']?[^\\s"',;&]{1,10000}${GOES_ON}`;

type Rule = readonly [what: RegExp, instead: string | ((...groups: string[]) => string)];

const RULES: readonly Rule[] = [
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]{0,20000}(?:-----END [A-Z ]{0,40}-----)?/g, GONE],
  [/\botpauth(?:-migration)?:\/\/\S+/gi, `otpauth://${GONE}`],
  // A user without a password may be a token; only codecommit:// has the name of a profile there.
  [/\b((?:codecommit::)?[a-z][a-z0-9+.-]{1,20}:\/\/)([^\s/@'"]{1,10000})@/gi, withoutUser],
  [/\b((?:proxy-)?authorization|(?:set-)?cookie|x-amz-security-token)(["']?[ \t]*[:=])[^\n]+/gi, `$1$2 ${GONE}`],
  [/\b(Bearer|Basic|AWS4-HMAC-SHA256)[ \t]+\S{6,}/g, `$1 ${GONE}`],
  [
    /([?&](?:x-amz-[\w-]{1,40}|[\w-]{0,40}(?:token|signature|password|secret|key|code)[\w-]{0,40})=)[^&\s'"]+/gi,
    `$1${GONE}`,
  ],
  [/(--[\w-]{0,40}(?:password|secret|token|code|key)[\w-]{0,40}[ \t=]+)(?!-)\S+/gi, `$1${GONE}`],
  [new RegExp(`((?:password|passwd|passphrase|pwd)["']?[ \\t]*[:=][ \\t]*)${VALUE}`, 'gi'), `$1${GONE}`],
  // With a colon a sentence may follow, as in “ExpiredToken: The …”: a value has a digit in it, or is long.
  [new RegExp(`((?:secret|token)[\\w-]{0,40}["']?[ \\t]*=[ \\t]*)${VALUE}`, 'gi'), `$1${GONE}`],
  [
    new RegExp(`((?:secret|token)[\\w-]{0,40}["']?[ \\t]*:[ \\t]*)(?=\\S{20}|[^\\s\\d]{0,20}\\d)${VALUE}`, 'gi'),
    `$1${GONE}`,
  ],
  [/\b((?:mfa|token|one.time|verification)[ \w-]{0,20}code\b[^\n]{0,150}?)\b\d{6}\b/gi, `$1${GONE}`],
  // CodeCommit's user name is a key and a session token.
  [/\b(A[A-Z]IA[A-Z0-9]{4,124})%\S+/g, '$1'],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{1,120}([A-Z0-9]{4})/g, `${GONE}$1`],
  [new RegExp(`${RUN}{26,}${GOES_ON}`, 'g'), (run) => (isSecret(run) ? GONE : run)],
];

function withoutUser(whole: string, scheme = '', user = ''): string {
  return /^codecommit/i.test(scheme) && /^[\w.+-]{1,64}$/.test(user) ? whole : scheme;
}

/** Keys and tokens mix cases; the secret of an authenticator is Base32, a signature long hexadecimal. A hash of git's is 40. */
function isSecret(run: string): boolean {
  if (run.length >= 40 && /[a-z]/.test(run) && /[A-Z]/.test(run)) return true;
  return /^[A-Z2-7]{26,}=*$/.test(run) || /^[0-9a-f]{64}/.test(run);
}

export const withoutSecrets = (text: string): string =>
  RULES.reduce((left, [what, instead]) => left.replace(what, instead as string), text);
