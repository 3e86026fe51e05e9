/** Pairs of AWS's files in which several settings could give a profile's credentials. */

const KEYS = 'aws_access_key_id = ASIAOURS\naws_secret_access_key = s\naws_session_token = t\n';
const OTHER_KEYS = 'aws_access_key_id = AKIATHEIRS\naws_secret_access_key = s\n';
const ROLE = 'role_arn = arn:aws:iam::123456789012:role/r\n';
const TOKEN = 'web_identity_token_file = /nowhere/token\n';
const PROCESS = `credential_process = echo '{"Version":1,"AccessKeyId":"FROMPROCESS","SecretAccessKey":"s"}'\n`;
const SSO = 'sso_start_url = https://x\nsso_region = eu-west-1\nsso_account_id = 123456789012\nsso_role_name = r\n';
const SOURCE = '[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = s\n';

/** By what stands in them: the credentials file, the config file. */
export const ORIGIN_FILES: Readonly<Record<string, readonly [credentials: string, config: string]>> = {
  nothing: ['', ''],
  'keys in the credentials file': [`[plain]\n${KEYS}`, ''],
  'keys in it, and a region in the config file': [`[plain]\n${KEYS}`, '[profile plain]\nregion = eu-west-1\n'],
  'keys in the config file': ['', `[profile plain]\n${OTHER_KEYS}`],
  'keys in both': [`[plain]\n${KEYS}`, `[profile plain]\n${OTHER_KEYS}`],
  'a role with a source': [`${SOURCE}[plain]\n${KEYS}`, `[profile plain]\n${ROLE}source_profile = base\n`],
  'a role of the environment': [`[plain]\n${KEYS}`, `[profile plain]\n${ROLE}credential_source = Environment\n`],
  'a role that names no source': [`[plain]\n${KEYS}`, `[profile plain]\n${ROLE}`],
  'a role in the credentials file': [`${SOURCE}[plain]\n${KEYS}${ROLE}source_profile = base\n`, ''],
  'a role without keys': [SOURCE, `[profile plain]\n${ROLE}source_profile = base\n`],
  'a source without a role': [`${SOURCE}[plain]\n${KEYS}`, '[profile plain]\nsource_profile = base\n'],
  'a web identity': [`[plain]\n${KEYS}`, `[profile plain]\n${ROLE}${TOKEN}`],
  'a web identity with a source beside it': [
    `${SOURCE}[plain]\n${KEYS}`,
    `[profile plain]\n${ROLE}${TOKEN}source_profile = base\n`,
  ],
  'a web identity without keys': ['', `[profile plain]\n${ROLE}${TOKEN}`],
  'a role in a section that another spelling follows': [
    `${SOURCE}[plain]\n${KEYS}`,
    `[profile plain]\n${ROLE}source_profile = base\n[profile "plain"]\nregion = eu-west-1\n`,
  ],
  'a role in a section after another spelling': [
    `${SOURCE}[plain]\n${KEYS}`,
    `[profile "plain"]\nregion = eu-west-1\n[profile plain]\n${ROLE}source_profile = base\n`,
  ],
  'a role before a spelling of the SDK’s alone': [
    `${SOURCE}[plain]\n${KEYS}`,
    `[profile plain]\n${ROLE}source_profile = base\n[profile.plain]\nregion = eu-west-1\n`,
  ],
  'single sign-on': [`[plain]\n${KEYS}`, `[profile plain]\n${SSO}`],
  'a session of single sign-on that names no account': [
    `[plain]\n${KEYS}`,
    '[profile plain]\nsso_session = s\n[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://x\n',
  ],
  'single sign-on without keys': ['', `[profile plain]\n${SSO}`],
  'a process': ['', `[profile plain]\n${PROCESS}`],
  'a process in the credentials file': [`[plain]\n${PROCESS}`, ''],
  'a process and keys': [`[plain]\n${KEYS}`, `[profile plain]\n${PROCESS}`],
  'a process and keys in the config file': ['', `[profile plain]\n${PROCESS}${OTHER_KEYS}`],
  'a process and single sign-on': ['', `[profile plain]\n${PROCESS}${SSO}`],
  'a process and a role': [SOURCE, `[profile plain]\n${PROCESS}${ROLE}source_profile = base\n`],
  'half a key in the credentials file': ['[plain]\naws_access_key_id = AKIAHALF\n', `[profile plain]\n${PROCESS}`],
  'a key whose halves stand in two files': [
    '[plain]\naws_access_key_id = AKIAHALF\n',
    '[profile plain]\naws_secret_access_key = s\n',
  ],
  'what [DEFAULT] lends to every section': [
    `${SOURCE}[plain]\n${KEYS}`,
    `[DEFAULT]\n${ROLE}source_profile = base\n[profile plain]\nregion = eu-west-1\n`,
  ],
  'a quoted name': [`[plain]\n${KEYS}`, `[profile "plain"]\n${SSO}`],
  'another profile': [`[plain]\n${KEYS}`, `[profile plain2]\n${SSO}[plain]\n${ROLE}${TOKEN}`],
};
