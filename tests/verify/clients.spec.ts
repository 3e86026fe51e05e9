// Programs that speak S3 and are not AWS's own, by what Daypass has written and nothing else: each puts and gets an
// object in every way that it knows. One that is not installed is passed over (Debian: restic rclone s3cmd gdal-bin).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, openPopover, setUpAndSignIn, test } from '../e2e/fixture.ts';
import { CHOSEN, WAYS, type Way } from '../world/aws-clients.ts';
import { isThere } from '../world/programs.ts';

const BUCKET = 'reports';
const RASTER = 'ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n3 4\n';

interface Client {
  readonly name: string;
  /** How its version is asked for, and what it runs: words of a shell, with $URL, $HOST and $BUCKET. */
  readonly version: string;
  readonly words: string;
  readonly says: RegExp;
  readonly ways: readonly Way[];
}

const FILE: readonly Way[] = ['the credentials file', 'daypass env', 'daypass exec'];
const ENDPOINT: Way = 'the container endpoint';
const OLD_ENDPOINT: Way = 'the container endpoint, for clients before 2024';

/** The SDK before version 3 is put here when it is first needed. */
const OLD_SDK = join(import.meta.dirname, '../../.cache/verify');
const OLD_SCRIPT = `
const { S3 } = require('aws-sdk');
const s3 = new S3({ endpoint: process.env.URL, s3ForcePathStyle: true });
const at = { Bucket: process.env.BUCKET, Key: 'js2' };
s3.putObject({ ...at, Body: 'ncols 2' }).promise()
  .then(() => s3.getObject(at).promise())
  .then(({ Body }) => console.log(String(Body)), (thrown) => { console.error(thrown.message); process.exitCode = 1; });
`;

const CLIENTS: readonly Client[] = [
  {
    name: 'SDK for JavaScript 2',
    version: `npm install --silent --no-save --prefix "${OLD_SDK}" aws-sdk@2 && node -p 'require("${OLD_SDK}/node_modules/aws-sdk/package.json").version'`,
    words: `export AWS_SDK_LOAD_CONFIG=1 AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE=1 NODE_PATH="${OLD_SDK}/node_modules"; node --no-warnings -e "$OLD_SCRIPT"`,
    says: /ncols 2/,
    ways: [...FILE, ENDPOINT, OLD_ENDPOINT],
  },
  {
    name: 'restic',
    version: 'restic version',
    words:
      'export RESTIC_PASSWORD=x RESTIC_REPOSITORY="s3:$URL/$BUCKET/$NAME"; restic -q init && restic -q backup "$FOLDER" && restic snapshots',
    says: /1 snapshots/,
    ways: FILE,
  },
  {
    // For an address that is not AWS's it takes a region from its own settings alone.
    name: 'rclone',
    version: 'rclone version | head -1',
    words:
      'R=":s3,provider=Other,region=$REGION,env_auth=true,no_check_bucket=true,list_version=2,endpoint=\'$URL\':$BUCKET"; rclone --retries 1 --low-level-retries 1 --timeout 20s copyto "$FOLDER/raster.asc" "$R/$NAME" && rclone cat "$R/$NAME"',
    says: /ncols 2/,
    ways: [...FILE, OLD_ENDPOINT],
  },
  {
    name: 's3cmd',
    version: 's3cmd --version',
    words:
      'S="s3cmd --no-ssl --host=$HOST --host-bucket=$HOST"; $S -q put "$FOLDER/raster.asc" "s3://$BUCKET/s3cmd" && $S -q get "s3://$BUCKET/s3cmd" -',
    says: /ncols 2/,
    ways: ['daypass env', 'daypass exec'],
  },
  {
    name: 'GDAL',
    version: 'gdalinfo --version',
    words:
      'export AWS_S3_ENDPOINT="$HOST" AWS_HTTPS=NO AWS_VIRTUAL_HOSTING=FALSE; gdalinfo -mm "/vsis3/$BUCKET/raster.asc"',
    says: /1\.000,4\.000/,
    // Before 3.7 it knew only the addresses that containers have.
    ways: FILE,
  },
];

for (const { name, version, words, says, ways } of CLIENTS) {
  test(`${name}: ${ways.join(', ')}`, async ({ person, desktop, app }) => {
    test.skip(!isThere(version.split(' ', 1)[0] ?? ''), 'not installed');
    console.log(execFileSync('sh', ['-c', version], { encoding: 'utf8' }).trim());
    const { aws } = person;
    aws.addBucket(BUCKET);
    const page = await openPopover(desktop, app);
    await setUpAndSignIn(page, person);
    const folder = mkdtempSync(join(tmpdir(), 'dp-verify-'));
    writeFileSync(join(folder, 'raster.asc'), RASTER);
    await person.run('sh', [
      '-c',
      `${WAYS['daypass exec'].replace('daypass', '"$HOME/.daypass/bin/daypass"')}`,
      'sh',
      'aws',
      '--endpoint-url',
      aws.url,
      's3',
      'cp',
      join(folder, 'raster.asc'),
      `s3://${BUCKET}/raster.asc`,
    ]);
    for (const [at, way] of ways.entries()) {
      await test.step(way, async () => {
        const env = {
          PATH: `${join(person.home, '.daypass/bin')}${delimiter}${person.env.PATH}`,
          URL: aws.url,
          HOST: new URL(aws.url).host,
          BUCKET,
          FOLDER: folder,
          OLD_SCRIPT,
          REGION: aws.codecommit.region,
          NAME: `r${at}`,
          AWS_EC2_METADATA_DISABLED: 'true',
        };
        const ran = await person.run('sh', ['-c', `${CHOSEN}${WAYS[way]}`, 'sh', 'sh', '-c', words], { env });
        expect(ran.stdout, ran.stderr).toMatch(says);
      });
    }
    rmSync(folder, { recursive: true });
  });
}
