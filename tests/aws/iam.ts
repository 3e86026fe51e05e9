// Guarantees: the part of IAM that people use on themselves (device, keys, identity); all else IAM can do is denied.
import { qrPicture } from '../world/qr-picture.ts';
import { type AccessKey, type EnrolledDevice, newId, newSecret, type User, userOf } from './accounts.ts';
import { queryRefusals } from './authentication.ts';
import { authorize } from './authorization.ts';
import { AwsError, validationError } from './aws-error.ts';
import type { Faults } from './faults.ts';
import { MfaDevice } from './mfa-device.ts';
import type { Statement } from './policy.ts';
import { type Constraints, readParameters } from './query-parameters.ts';
import type { QueryCall } from './sts.ts';
import type { XmlTree } from './xml.ts';

export const iamNamespace = 'https://iam.amazonaws.com/doc/2010-05-08/';
export const iamVersion = '2010-05-08';

const mostKeys = 2;
const mostDevices = 8;
const userName: Constraints<'UserName'> = { UserName: { length: [1, 128], pattern: '[\\w+=,.@-]+' } };
const keyId: Constraints<'AccessKeyId'> = { AccessKeyId: { required: true, length: [16, 128], pattern: '[\\w]+' } };
const sixDigits = { required: true, length: [6, 6], pattern: '[\\d]+' } as const;

const noSuchEntity = (what: string): AwsError => new AwsError('NoSuchEntity', what, 404);
const alreadyExists = (what: string): AwsError => new AwsError('EntityAlreadyExists', what, 409);
const quota = (what: string): AwsError => new AwsError('LimitExceeded', `Cannot exceed quota for ${what}`, 409);

/** The user that a call is about, the caller where none is named, once the caller may do this to them. */
function subject(call: QueryCall, action: string, extra: readonly Statement[] = []): User {
  const { credential, form, accounts } = call;
  const named = readParameters(form, userName).UserName;
  const name = named ?? userOf(credential)?.name;
  if (name === undefined) throw validationError('Must specify userName when calling with non-User credentials');
  const { partition, accountId } = credential.principal;
  authorize(credential, `iam:${action}`, `arn:${partition}:iam::${accountId}:user/${name}`, { extra });
  const user = accounts.users.find((one) => one.name === name && one.accountId === accountId);
  if (!user) throw noSuchEntity(`The user with name ${name} cannot be found.`);
  return user;
}

function accessKey(user: User, id: string | undefined): AccessKey {
  const key = user.keys.find((one) => one.id === id);
  if (!key) throw noSuchEntity(`The Access Key with id ${id} cannot be found.`);
  return key;
}

const statusOf = (key: AccessKey): string => (key.active ? 'Active' : 'Inactive');

function listMfaDevices(call: QueryCall, faults: Faults): XmlTree {
  const deny: Statement = { Effect: 'Deny', Action: ['iam:ListMFADevices'], Resource: ['*'] };
  const user = subject(call, 'ListMFADevices', faults.denyListMfaDevices ? [deny] : []);
  const enabled = user.devices.filter((device) => device.enabled);
  const member = enabled.map(({ serial, enabled: date }) => ({
    UserName: user.name,
    SerialNumber: serial,
    EnableDate: date,
  }));
  return { IsTruncated: false, MFADevices: { member } };
}

function createVirtualMfaDevice({ credential, form, accounts }: QueryCall): XmlTree {
  const asked = readParameters(form, {
    VirtualMFADeviceName: { required: true, length: [1, 226], pattern: '[\\w+=,.@-]+' },
  });
  const { partition, accountId } = credential.principal;
  const serial = `arn:${partition}:iam::${accountId}:mfa/${asked.VirtualMFADeviceName}`;
  authorize(credential, 'iam:CreateVirtualMFADevice', serial);
  const user = userOf(credential);
  if (!user) throw validationError('Must specify userName when calling with non-User credentials');
  if (accounts.users.some(({ devices }) => devices.some((device) => device.serial === serial))) {
    throw alreadyExists('MFADevice entity at the same path and name already exists.');
  }
  const totp = new MfaDevice();
  user.devices.push({ serial, totp });
  const seed = Buffer.from(totp.secret).toString('base64');
  const label = `Amazon%20Web%20Services:${asked.VirtualMFADeviceName}@${accountId}`;
  const picture = qrPicture([`otpauth://totp/${label}?secret=${totp.secret}&issuer=Amazon%20Web%20Services`]);
  const QRCodePNG = picture.toString('base64');
  return { VirtualMFADevice: { SerialNumber: serial, Base32StringSeed: seed, QRCodePNG } };
}

function listVirtualMfaDevices({ credential, form, accounts }: QueryCall): XmlTree {
  authorize(credential, 'iam:ListVirtualMFADevices', '*');
  const asked = readParameters(form, { AssignmentStatus: { pattern: 'Assigned|Unassigned|Any' } });
  const wanted = ({ enabled }: EnrolledDevice): boolean =>
    asked.AssignmentStatus === 'Assigned'
      ? enabled !== undefined
      : asked.AssignmentStatus !== 'Unassigned' || enabled === undefined;
  const { accountId } = credential.principal;
  const devices = accounts.users.filter((user) => user.accountId === accountId).flatMap((user) => user.devices);
  const member = devices
    .filter(({ totp }) => totp)
    .filter(wanted)
    .map(({ serial, enabled }) => ({ SerialNumber: serial, EnableDate: enabled }));
  return { IsTruncated: false, VirtualMFADevices: { member } };
}

function deleteVirtualMfaDevice({ credential, form, accounts }: QueryCall): undefined {
  const serial = readParameters(form, { SerialNumber: { required: true, length: [9, 256] } }).SerialNumber ?? '';
  authorize(credential, 'iam:DeleteVirtualMFADevice', serial);
  const owner = accounts.users.find(({ devices }) => devices.some((device) => device.serial === serial));
  const at = owner?.devices.findIndex((device) => device.serial === serial) ?? -1;
  if (!owner || at < 0) throw noSuchEntity(`VirtualMFADevice with serial number ${serial} doesn't exist.`);
  if (owner.devices[at]?.enabled) {
    throw new AwsError('DeleteConflict', 'MFA VirtualDevice in use. Must deactivate first.', 409);
  }
  owner.devices.splice(at, 1);
}

/** Nobody here has a password for the console. */
function changePassword(call: QueryCall): undefined {
  const { name } = subject(call, 'ChangePassword');
  throw noSuchEntity(`Login Profile for User ${name} cannot be found.`);
}

const twoCodes: Constraints<'SerialNumber' | 'AuthenticationCode1' | 'AuthenticationCode2'> = {
  SerialNumber: { required: true, length: [9, 256] },
  AuthenticationCode1: sixDigits,
  AuthenticationCode2: sixDigits,
};
const wrongCodes = (): AwsError =>
  new AwsError('InvalidAuthenticationCode', 'Authentication code for device is not valid', 403);

function resyncMfaDevice(call: QueryCall): undefined {
  const asked = readParameters(call.form, twoCodes);
  const user = subject(call, 'ResyncMFADevice');
  const device = user.devices.find(({ serial, enabled }) => serial === asked.SerialNumber && enabled);
  if (!device) throw noSuchEntity(`MFA Device with serial number ${asked.SerialNumber} does not exist.`);
  if (!device.totp?.resync(asked.AuthenticationCode1 ?? '', asked.AuthenticationCode2 ?? '', call.now)) {
    throw wrongCodes();
  }
}

function enableMfaDevice(call: QueryCall, faults: Faults): undefined {
  const asked = readParameters(call.form, twoCodes);
  const user = subject(call, 'EnableMFADevice');
  const device = user.devices.find(({ serial }) => serial === asked.SerialNumber);
  if (!device) throw noSuchEntity(`MFA Device with serial number ${asked.SerialNumber} does not exist.`);
  if (device.enabled) throw alreadyExists('MFA Device is already in use.');
  if (user.devices.filter(({ enabled }) => enabled).length >= mostDevices)
    throw quota(`MfaDevicesPerUser: ${mostDevices}`);
  if (!device.totp?.pair(asked.AuthenticationCode1 ?? '', asked.AuthenticationCode2 ?? '', call.now)) {
    throw wrongCodes();
  }
  device.enabled = new Date(call.now);
  device.knownFrom = call.now + faults.newDeviceDelayMs;
}

function getUser(call: QueryCall): XmlTree {
  const { name, userId, arn, created } = subject(call, 'GetUser');
  return { User: { Path: '/', UserName: name, UserId: userId, Arn: arn, CreateDate: created } };
}

function listAccessKeys(call: QueryCall): XmlTree {
  const user = subject(call, 'ListAccessKeys');
  const member = user.keys.map((key) => ({
    UserName: user.name,
    AccessKeyId: key.id,
    Status: statusOf(key),
    CreateDate: key.created,
  }));
  return { IsTruncated: false, AccessKeyMetadata: { member } };
}

function createAccessKey(call: QueryCall, faults: Faults): XmlTree {
  const user = subject(call, 'CreateAccessKey');
  if (user.keys.length >= mostKeys) throw quota(`AccessKeysPerUser: ${mostKeys}`);
  const created = new Date(call.now);
  const key = {
    id: newId('AKIA'),
    secret: newSecret(),
    created,
    active: true,
    knownFrom: call.now + faults.newKeyDelayMs,
  };
  user.keys.push(key);
  return {
    AccessKey: {
      UserName: user.name,
      AccessKeyId: key.id,
      Status: statusOf(key),
      SecretAccessKey: key.secret,
      CreateDate: created,
    },
  };
}

function updateAccessKey(call: QueryCall): undefined {
  const asked = readParameters(call.form, { ...keyId, Status: { required: true, pattern: 'Active|Inactive' } });
  accessKey(subject(call, 'UpdateAccessKey'), asked.AccessKeyId).active = asked.Status === 'Active';
}

function deleteAccessKey(call: QueryCall): undefined {
  const asked = readParameters(call.form, keyId);
  const user = subject(call, 'DeleteAccessKey');
  user.keys.splice(user.keys.indexOf(accessKey(user, asked.AccessKeyId)), 1);
}

const actions: Readonly<Record<string, (call: QueryCall, faults: Faults) => XmlTree | undefined>> = {
  ListMFADevices: listMfaDevices,
  CreateVirtualMFADevice: createVirtualMfaDevice,
  EnableMFADevice: enableMfaDevice,
  ResyncMFADevice: resyncMfaDevice,
  ListVirtualMFADevices: listVirtualMfaDevices,
  DeleteVirtualMFADevice: deleteVirtualMfaDevice,
  ChangePassword: changePassword,
  GetUser: getUser,
  ListAccessKeys: listAccessKeys,
  CreateAccessKey: createAccessKey,
  UpdateAccessKey: updateAccessKey,
  DeleteAccessKey: deleteAccessKey,
};

/** Undefined for the actions whose reply has no result. */
export function callIam(action: string, call: QueryCall, faults: Faults): XmlTree | undefined {
  const { credential } = call;
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html: no IAM without MFA in the session.
  if (credential.session && !credential.session.mfa && userOf(credential)) throw queryRefusals.unknownToken();
  const act = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (act) return act(call, faults);
  const { partition, accountId } = credential.principal;
  authorize(credential, `iam:${action}`, `arn:${partition}:iam::${accountId}:*`);
  throw new AwsError('InvalidAction', `Could not find operation ${action} for version ${iamVersion}`, 400);
}
