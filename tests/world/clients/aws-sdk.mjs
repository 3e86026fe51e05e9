// AWS's SDK for JavaScript by whatever credentials it finds: who it is, which buckets it sees, and an object put and
// got again. Usage: aws-sdk.mjs BUCKET
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { SignatureV4 } from '@smithy/signature-v4';

const [bucket] = process.argv.slice(2);
const sts = new STSClient({ maxAttempts: 1 });
const { credentials, sha256, region } = sts.config;
const signer = new SignatureV4({ service: 's3', credentials, sha256, region, uriEscapePath: false });

async function s3(method, path, body) {
  const { protocol, hostname, port, host, pathname } = new URL(path, process.env.AWS_ENDPOINT_URL);
  const plain = { method, protocol, hostname, port: Number(port), path: pathname, query: {}, headers: { host }, body };
  const { headers } = await signer.sign(plain);
  const reply = await fetch(new URL(path, process.env.AWS_ENDPOINT_URL), { method, headers, body });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${path}: ${text}`);
  return text;
}

try {
  console.log((await sts.send(new GetCallerIdentityCommand({}))).Arn);
  const listed = await s3('GET', '/');
  console.log([...listed.matchAll(/<Bucket>.*?<Name>(.*?)<\/Name>/gs)].map(([, name]) => name).join('\t'));
  await s3('PUT', `/${bucket}/aws-sdk`, 'said by the SDK for JavaScript');
  process.stdout.write(await s3('GET', `/${bucket}/aws-sdk`));
} catch (thrown) {
  console.error(`${thrown.name}: ${thrown.message}`);
  process.exitCode = 1;
}
