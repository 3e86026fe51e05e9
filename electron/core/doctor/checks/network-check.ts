/** The way to AWS: proxies, certificates, and what a sign-in has met there. */
import { failure } from '../../base/failure.ts';
import type { Check } from '../check.ts';
import { type DoctorFinding, found } from '../finding.ts';
import type { NetworkFacts } from '../surroundings/network-facts.ts';
import { shownOf, type Variable } from '../surroundings/variable.ts';

export const networkCheck: Check = {
  name: 'network',
  look({ network, profiles }) {
    if (!network.known) return network;
    const facts = network.value;
    const met = profiles.known ? profiles.value.filter(({ failure: { code } }) => code.startsWith('network.')) : [];
    const evidence = facts.app.filter(({ name, shown }) => shown && PROXY.test(name)).map(line);
    return {
      known: true,
      value: [
        ...RULES.flatMap((rule) => rule(facts)),
        ...met.map(({ name, failure: why }) => found(why, { profile: name, evidence })),
      ],
    };
  },
};

const PROXY = /^(?:https?|all|no)_proxy$/i;
const line = ({ name, shown }: Variable): string => `${name}=${shown}`;

type Rule = (facts: NetworkFacts) => readonly DoctorFinding[];

const RULES: readonly Rule[] = [noCaFile, malformedProxy, unverified, proxyForLoopback, proxiesDiffer, gitProxy];

function noCaFile({ missing }: NetworkFacts): readonly DoctorFinding[] {
  const each = new Map(missing.map(({ name, shown }) => [`${name} ${shown}`, { name, path: shown }] as const));
  return [...each.values()].map(({ name, path }) => {
    const lines = missing.filter((one) => one.name === name && one.shown === path).map(({ evidence }) => evidence);
    // A file and its line say more than that it is set.
    const placed = lines.filter((text) => !text.startsWith(`${name}=`));
    return found(failure('network.no-ca-file', { name, path }), {
      evidence: [...new Set(placed.length > 0 ? placed : lines)],
    });
  });
}

const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[a-z0-9._-]+|\[[0-9a-f:]+\])(?::\d{1,5})?\/?$/i;

function malformedProxy({ app, terminal }: NetworkFacts): readonly DoctorFinding[] {
  const set = [...app, ...(terminal ?? [])].filter(({ name, shown }) => /^https?_proxy$/i.test(name) && shown);
  const wrong = new Map(set.filter(({ shown }) => !ADDRESS.test(shown)).map((one) => [line(one), one] as const));
  return [...wrong].map(([text, { name }]) =>
    found(failure('network.proxy-malformed', { name }), { evidence: [text] }),
  );
}

function unverified({ git, app, terminal }: NetworkFacts): readonly DoctorFinding[] {
  const inConfig = git.filter(({ name, shown }) => name.endsWith('.sslverify') && /^(?:false|no|off|0)$/i.test(shown));
  const variable = 'GIT_SSL_NO_VERIFY';
  const set = shownOf(terminal ?? app, variable);
  return [
    ...inConfig.map(({ name, evidence }) => found(failure('network.unverified', { name }), { evidence: [evidence] })),
    ...(set && !/^(?:false|no|off|0)$/i.test(set)
      ? [found(failure('network.unverified', { name: variable }), { evidence: [`${variable}=${set}`] })]
      : []),
  ];
}

/** curl reads the small letters alone for what is asked without TLS. */
function proxyForLoopback({ terminal, app }: NetworkFacts): readonly DoctorFinding[] {
  const here = terminal ?? app;
  const proxy = shownOf(here, 'http_proxy', 'all_proxy', 'ALL_PROXY');
  const past = shownOf(here, 'no_proxy', 'NO_PROXY').split(/[\s,]+/);
  const isAsked = shownOf(here, 'AWS_CONTAINER_CREDENTIALS_FULL_URI') !== '';
  const isPassed = past.some((entry) => ['127.0.0.1', '*', '127.0.0.0/8'].includes(entry));
  if (!isAsked || !proxy || isPassed) return [];
  return [
    found(failure('network.proxy-for-loopback'), { evidence: here.filter(({ name }) => PROXY.test(name)).map(line) }),
  ];
}

const httpsProxy = (variables: readonly Variable[]): string => shownOf(variables, 'HTTPS_PROXY', 'https_proxy');

function proxiesDiffer({ terminal, app }: NetworkFacts): readonly DoctorFinding[] {
  const [here, there] = [httpsProxy(terminal ?? app), httpsProxy(app)];
  return here === there ? [] : [found(failure('network.proxies-differ', { terminal: here || '–', app: there || '–' }))];
}

function gitProxy({ git, terminal, app }: NetworkFacts): readonly DoctorFinding[] {
  const set = git.filter(({ name, shown }) => name === 'http.proxy' && shown);
  return set
    .filter(({ shown }) => shown !== httpsProxy(terminal ?? app))
    .map(({ shown, evidence }) => found(failure('network.git-proxy', { proxy: shown }), { evidence: [evidence] }));
}
