/**
 * What the environment says of proxies, in the words of Chromium. The variables are those that the AWS CLI and curl read:
 * HTTPS_PROXY for AWS's addresses, HTTP_PROXY for an endpoint without TLS, NO_PROXY for what goes past both.
 */

export interface ProxyLogin {
  readonly host: string;
  readonly username: string;
  readonly password: string;
}

export interface ProxySettings {
  /** https://www.electronjs.org/docs/latest/api/structures/proxy-config */
  readonly proxyRules: string;
  readonly proxyBypassRules: string;
  readonly logins: readonly ProxyLogin[];
}

/** Null where HTTPS_PROXY is not set: then the system's own settings hold. Throws where one is no address. */
export function proxySettings(env: Readonly<Record<string, string | undefined>>): ProxySettings | null {
  const value = (name: string) => env[name] || env[name.toLowerCase()] || '';
  if (!value('HTTPS_PROXY')) return null;
  const proxies = ['https', 'http'].flatMap((scheme) => {
    const proxy = value(`${scheme.toUpperCase()}_PROXY`);
    return proxy ? [{ scheme, ...addressOf(proxy) }] : [];
  });
  return {
    proxyRules: proxies.map(({ scheme, origin }) => `${scheme}=${origin}`).join(';'),
    proxyBypassRules: value('NO_PROXY')
      .split(/[\s,;]+/)
      .flatMap(bypassed)
      .join(';'),
    logins: proxies.map(({ login }) => login).filter(({ username }) => username),
  };
}

function addressOf(proxy: string): { readonly origin: string; readonly login: ProxyLogin } {
  const { protocol, host, hostname, username, password } = new URL(proxy.includes('://') ? proxy : `http://${proxy}`);
  const login = { host: hostname, username: decodeURIComponent(username), password: decodeURIComponent(password) };
  return { origin: `${protocol}//${host}`, login };
}

/** In NO_PROXY a name stands for all that end in it as well; for Chromium only one with a dot in front does. */
function bypassed(entry: string): readonly string[] {
  const isName = /^[a-z0-9][a-z0-9.-]*[a-z][a-z0-9-]*$/i.test(entry);
  return isName ? [entry, `.${entry}`] : entry ? [entry] : [];
}
