// Guarantees: the stand-in by hand: `node build/run.mjs tests/aws/main.ts FOLDER` starts it, says how to use it, and
// shows each code of its MFA device. Its keys are invented and open nothing elsewhere.
import { join, resolve } from 'node:path';
import { startAws } from './aws.ts';
import { stepMs } from './mfa-device.ts';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node build/run.mjs tests/aws/main.ts FOLDER');
  process.exit(2);
}

const aws = await startAws({ folder: resolve(folder) });
await aws.addRepository('demo');
aws.addBucket('daypass-demo');
const role = aws.addRole({ name: 'deployer', maxSessionDuration: 43_200, requireMfa: true });
const { user, codecommit } = aws;

const center = aws.addIdentityCenter({
  accounts: [{ id: user.accountId, name: 'Demo', roles: [{ name: 'Developer' }, { name: 'ReadOnly' }] }],
});

console.log(`STS, IAM, S3   ${aws.url}
proxy          ${aws.proxyUrl}  (leads https://*.amazonaws.com here; authority ${codecommit.caFile})
repository     ${codecommit.url('demo')}
               in ${join(folder, 'repositories')}
user           ${user.arn}
device         ${user.serial}
role           ${role.arn}
browser        AWS_ENDPOINT_URL=${aws.url} aws login
company        sso_start_url = ${center.startUrl}, sso_region = ${center.region}

export AWS_ENDPOINT_URL=${aws.url} AWS_REGION=${codecommit.region}
export AWS_ACCESS_KEY_ID=${user.accessKeyId} AWS_SECRET_ACCESS_KEY=${user.secretAccessKey}
aws --endpoint-url ${aws.url} sts get-session-token --serial-number ${user.serial} --token-code CODE

git config for the repository:
${codecommit
  .gitConfig()
  .map((setting) => `  -c '${setting}'`)
  .join(' \\\n')}
`);

async function showCode(): Promise<void> {
  const left = stepMs - (Date.now() % stepMs);
  console.log(`code ${await aws.code()}  (${Math.ceil(left / 1000)} s)`);
  setTimeout(showCode, left);
}
await showCode();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void aws.close().then(() => process.exit(0)));
}
