/** What a person names to be tried: a repository by its name, by Daypass's own key, or by any URL that git takes for CodeCommit. */
import { REGION } from '../aws/names.ts';
import { codecommitHost, partitionOf, repositoryOf } from '../git/codecommit-host.ts';
import type { AskedRepository } from '../git/credential/choose-profile.ts';

export interface TrialTarget {
  /** As git is to be given it. */
  readonly url: string;
  readonly asked: AskedRepository;
}

const NAME = /^[\w.-]{1,100}$/;

/** `region` is for a name alone. Null where this is no repository of CodeCommit, or goes another way than https. */
export function trialTarget(text: string, region: string): TrialTarget | null {
  if (NAME.test(text)) return ofHttps(urlOf(hostOf(region), text));
  const [, scheme, own = region, profile = null, name = ''] =
    /^(codecommit):(?::([a-z0-9-]+):)?\/\/(?:([^@/]+)@)?([^/]+)\/?$/.exec(text) ?? [];
  if (scheme) {
    const target = NAME.test(name) && REGION.test(own) ? ofHttps(urlOf(hostOf(own), name)) : null;
    return target && { url: text, asked: { ...target.asked, username: profile } };
  }
  return ofHttps(text.includes('://') ? text : keyUrl(text));
}

const urlOf = (host: string, name: string) => `https://${host}/v1/repos/${name}`;
const hostOf = (region: string) =>
  `git-codecommit.${region}.amazonaws.com${partitionOf(region) === 'aws-cn' ? '.cn' : ''}`;

/** HOST/NAME, as settings remember it. */
function keyUrl(text: string): string {
  const [host = '', name = ''] = text.split('/');
  return urlOf(host, name);
}

function ofHttps(url: string): TrialTarget | null {
  const [, user = '', host = '', path = ''] = /^https:\/\/(?:([^/@]*)@)?([^/]+)\/(.*?)\/?$/i.exec(url) ?? [];
  const at = codecommitHost(host);
  const repository = repositoryOf(path);
  if (!at || !repository) return null;
  return { url, asked: { host: at.name, repository, region: at.region, username: user.split(':', 1)[0] || null } };
}
