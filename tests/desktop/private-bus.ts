// A session bus of a test's own, with nothing on it but what the test puts there.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class PrivateBus {
  readonly address: string;
  /** It goes with the bus. */
  readonly folder: string;
  readonly #daemon: ChildProcess;

  private constructor(folder: string, daemon: ChildProcess) {
    this.folder = folder;
    this.#daemon = daemon;
    this.address = `unix:path=${folder}/bus`;
  }

  /** `hangs` is a name that the bus would start a program for, which then never takes it. */
  static async start(hangs?: string): Promise<PrivateBus> {
    // A socket's path has room for no more than 107 bytes.
    const folder = mkdtempSync('/tmp/daypass-bus-');
    const services = join(folder, 'services');
    mkdirSync(services);
    if (hangs) {
      const program = `/bin/sh -c 'echo $$ >${folder}/started; exec sleep 3600'`;
      writeFileSync(join(services, `${hangs}.service`), `[D-BUS Service]\nName=${hangs}\nExec=${program}\n`);
    }
    const config = join(folder, 'bus.conf');
    writeFileSync(
      config,
      `<busconfig><type>session</type><listen>unix:path=${folder}/bus</listen><servicedir>${services}</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>\n`,
    );
    const args = [`--config-file=${config}`, '--nofork', '--nopidfile', '--print-address'];
    const daemon = spawn('dbus-daemon', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    if (daemon.stdout) await once(daemon.stdout, 'data');
    return new PrivateBus(folder, daemon);
  }

  /** The process id of the program that hangs; null while the bus has not started it. */
  get started(): number | null {
    try {
      return Number(readFileSync(join(this.folder, 'started'), 'utf8')) || null;
    } catch {
      return null;
    }
  }

  async stop(): Promise<void> {
    const { started } = this;
    if (started !== null) process.kill(started, 'SIGKILL');
    const ended = once(this.#daemon, 'exit');
    this.#daemon.kill();
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
