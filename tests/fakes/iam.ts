/** An IAM in memory with the MFA devices that a test gives it, and those that it is asked to make. */

import type { LongTermKey } from '../../electron/core/aws/credentials.ts';
import type { Iam, MfaDevice, NewMfaDevice, TwoCodes } from '../../electron/core/aws/port.ts';
import { type FailureCode, FailureError } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { TOTP_SECRET } from './totp.ts';

export class FakeIam implements Iam {
  devices: readonly MfaDevice[] = [];
  /** The names of devices that belong to nobody. */
  unassigned: string[] = [];
  /** With the parameters that the real one gives. */
  refusal: { readonly code: FailureCode; readonly params: Record<string, string> } | null = null;
  readonly asked: { readonly key: LongTermKey; readonly region: string }[] = [];
  /** What was done, in order, as 'create ann-daypass' and 'enable arn:… 123456 234567'. */
  readonly done: string[] = [];
  /** Asked before each of these is done; a test sets it to refuse. */
  gate: (done: string) => Promise<void> | void = () => {};

  async mfaDevices(key: LongTermKey, region: string): Promise<readonly MfaDevice[]> {
    this.asked.push({ key, region });
    if (this.refusal) throw new FailureError(this.refusal.code, this.refusal.params);
    return this.devices;
  }

  async createMfaDevice(_key: LongTermKey, _region: string, name: string): Promise<NewMfaDevice> {
    await this.#do(`create ${name}`);
    const serial = serialOf(name);
    if (this.unassigned.includes(name) || this.devices.some((one) => one.serial === serial)) {
      throw new FailureError('enrol.name-taken');
    }
    this.unassigned.push(name);
    return { serial, secret: new Secret(TOTP_SECRET) };
  }

  async enableMfaDevice(_key: LongTermKey, _region: string, asked: TwoCodes): Promise<void> {
    await this.#do(`enable ${shown(asked)}`);
    const { serial } = asked;
    if (this.devices.some((one) => one.serial === serial)) throw new FailureError('enrol.in-use');
    this.unassigned = this.unassigned.filter((name) => serialOf(name) !== serial);
    this.devices = [...this.devices, { serial, kind: 'totp' }];
  }

  async resyncMfaDevice(_key: LongTermKey, _region: string, asked: TwoCodes): Promise<void> {
    await this.#do(`resync ${shown(asked)}`);
  }

  async unassignedMfaDevices(): Promise<readonly string[]> {
    await this.#do('list');
    return this.unassigned.map(serialOf);
  }

  async #do(what: string): Promise<void> {
    this.done.push(what);
    await this.gate(what);
  }
}

const serialOf = (name: string): string => `arn:aws:iam::123456789012:mfa/${name}`;
const shown = ({ user, serial, codes }: TwoCodes): string =>
  [user, serial.slice(serial.lastIndexOf('/') + 1), ...codes.map((code) => code.reveal())].join(' ');
