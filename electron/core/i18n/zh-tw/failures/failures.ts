/** 錯誤與如何處理，依目錄的順序合併。 */
import type { FailureTexts } from '../../failure-texts.ts';
import { aws } from './aws.ts';
import { awsFiles } from './aws-files.ts';
import { browser } from './browser.ts';
import { client } from './client.ts';
import { daypass } from './daypass.ts';
import { enrol } from './enrol.ts';
import { environment } from './environment.ts';
import { files } from './files.ts';
import { git } from './git.ts';
import { gitConfig } from './git-config.ts';
import { heard } from './heard.ts';
import { identityCenter } from './identity-center.ts';
import { key } from './key.ts';
import { keychain } from './keychain.ts';
import { mfa } from './mfa.ts';
import { network } from './network.ts';
import { newKey } from './new-key.ts';
import { programs } from './programs.ts';
import { rotation } from './rotation.ts';
import { source } from './source.ts';
import { trial } from './trial.ts';

export const failures: FailureTexts = {
  ...mfa,
  ...enrol,
  ...key,
  ...newKey,
  ...rotation,
  ...source,
  ...aws,
  ...network,
  ...browser,
  ...identityCenter,
  ...files,
  ...awsFiles,
  ...git,
  ...trial,
  ...gitConfig,
  ...environment,
  ...programs,
  ...client,
  ...keychain,
  ...heard,
  ...daypass,
};
