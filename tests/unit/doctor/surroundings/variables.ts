/** Variables as they are and as they may be shown: the same for the app and for the script that hands them over. */
import type { Flaw } from '../../../../electron/core/doctor/surroundings/variable.ts';

export const CUT_DOWN: readonly (readonly [name: string, value: string, shown: string, flaw: Flaw | null])[] = [
  ['AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE', 'AKIA…MPLE', null],
  ['AWS_ACCESS_KEY_ID', 'ASIAIOSFODNN7EXAMPLE', 'ASIA…MPLE', null],
  ['AWS_ACCESS_KEY_ID', ' AKIAIOSFODNN7EXAMPLE', 'AKIA…MPLE', 'stray'],
  ['AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE\r', 'AKIA…MPLE', 'stray'],
  ['AWS_ACCESS_KEY_ID', '"AKIAIOSFODNN7EXAMPLE"', 'AKIA…MPLE', 'stray'],
  // The secret, put into the wrong variable.
  ['AWS_ACCESS_KEY_ID', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYplanted', '…', null],
  ['AWS_ACCESS_KEY_ID', 'AKIAplantedplanted', '…', null],
  ['AWS_ACCESS_KEY_ID', 'AKIA', '…', null],
  ['AWS_ACCESS_KEY', 'AKIAIOSFODNN7EXAMPLE', 'AKIA…MPLE', null],
  ['AWS_SECRET_ACCESS_KEY', 'planted', '…', null],
  ['AWS_SECRET_ACCESS_KEY', 'planted ', '…', 'stray'],
  ['AWS_SECRET_ACCESS_KEY', '', '', 'blank'],
  ['AWS_SESSION_TOKEN', 'planted==', '…', null],
  ['AWS_SESSION_TOKEN', '  ', '', 'blank'],
  ['AWS_CONTAINER_AUTHORIZATION_TOKEN', 'planted', '…', null],
  ['AWS_SOMETHING_NEW', 'planted', '…', null],
  ['AWS_PROFILE', 'work', 'work', null],
  ['AWS_PROFILE', 'wörk mfa', 'wörk mfa', null],
  ['AWS_PROFILE', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY0', '…', null],
  ['AWS_REGION', 'eu-west-1', 'eu-west-1', null],
  [
    'AWS_CONFIG_FILE',
    '/home/ann/aws/config-that-is-quite-long-and-no-secret',
    '/home/ann/aws/config-that-is-quite-long-and-no-secret',
    null,
  ],
  ['AWS_CA_BUNDLE', '/etc/ca.pem', '/etc/ca.pem', null],
  ['AWS_ENDPOINT_URL', 'http://127.0.0.1:4566', 'http://127.0.0.1:4566', null],
  ['AWS_ENDPOINT_URL_S3', 'https://ann:planted@s3.example/x?token=planted#planted', 'https://s3.example/x', null],
  ['HTTPS_PROXY', 'http://ann:pl@nted@proxy.corp:8080', 'http://proxy.corp:8080', null],
  ['https_proxy', 'ann:planted@proxy.corp:8080', 'proxy.corp:8080', null],
  ['NO_PROXY', 'localhost,127.0.0.1', 'localhost,127.0.0.1', null],
  [
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'http://127.0.0.1:1/v1/credentials/p1',
    'http://127.0.0.1:1/v1/credentials/p1',
    null,
  ],
];
