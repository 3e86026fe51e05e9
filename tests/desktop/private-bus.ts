// A session bus of a test's own, with nothing on it but what the test puts there, or with the system's services to be
// started. It listens once it has been given out, and it is asked who owns a name, which starts nobody.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Message, type MessageBus, sessionBus } from '@jellybrick/dbus-next';

const BUS = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' };

export class PrivateBus {
  readonly address: string;
  /** A home for those who live on the bus; it goes with it. */
  readonly folder: string;
  /** Theirs. */
  readonly env: NodeJS.ProcessEnv;
  #daemon: ChildProcess | null = null;

  private constructor() {
    // A socket's path has room for no more than 107 bytes.
    this.folder = mkdtempSync('/tmp/daypass-bus-');
    this.address = `unix:path=${this.folder}/bus`;
    const at = (name: string) => join(this.folder, name);
    mkdirSync(at('run'), { mode: 0o700 });
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
    this.env = {
      ...env,
      HOME: this.folder,
      XDG_RUNTIME_DIR: at('run'),
      XDG_DATA_HOME: at('data'),
      XDG_CONFIG_HOME: at('config'),
      XDG_CACHE_HOME: at('cache'),
      DBUS_SESSION_BUS_ADDRESS: this.address,
    };
  }

  /** `hangs` is a name that the bus would start a program for, which then never takes it. */
  static async start(hangs?: string): Promise<PrivateBus> {
    const bus = new PrivateBus();
    const services = join(bus.folder, 'services');
    mkdirSync(services);
    if (hangs) {
      const program = `/bin/sh -c 'echo $$ >${bus.folder}/started; exec sleep 3600'`;
      writeFileSync(join(services, `${hangs}.service`), `[D-BUS Service]\nName=${hangs}\nExec=${program}\n`);
    }
    const config = join(bus.folder, 'bus.conf');
    writeFileSync(
      config,
      `<busconfig><type>session</type><listen>${bus.address}</listen><servicedir>${services}</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>\n`,
    );
    await bus.#run(`--config-file=${config}`);
    return bus;
  }

  /** From now on who asks for this name makes the bus start that program. */
  async offer(name: string, command: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
    const script = join(this.folder, name);
    const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;
    const exported = Object.entries(env).map(([key, value]) => `export ${key}=${quoted(value ?? '')}\n`);
    writeFileSync(script, `${exported.join('')}exec ${command.map(quoted).join(' ')}\n`);
    const services = join(this.folder, 'services');
    writeFileSync(join(services, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=/bin/sh ${script}\n`);
    const bus = sessionBus({ busAddress: this.address });
    await bus.call(new Message({ ...BUS, member: 'ReloadConfig' }));
    bus.disconnect();
  }

  /** As a desktop has it: who asks for a service that does not run makes the bus start it. */
  static async startUsual(): Promise<PrivateBus> {
    const bus = new PrivateBus();
    await bus.#run('--session');
    return bus;
  }

  /** The process id of the program that hangs; null while the bus has not started it. */
  get started(): number | null {
    try {
      return Number(readFileSync(join(this.folder, 'started'), 'utf8')) || null;
    } catch {
      return null;
    }
  }

  /** Resolves once this program owns the name; where another has it, or the program has ended, it never will. */
  async owned(name: string, by: ChildProcess): Promise<void> {
    const bus = sessionBus({ busAddress: this.address });
    const ended = new Promise<never>((_, reject) => {
      const say = () => reject(new Error(`${by.spawnfile} ended before it owned ${name}`));
      if (by.exitCode !== null || by.signalCode !== null) say();
      else by.once('exit', say);
    });
    try {
      await Promise.race([hasOwner(bus, name), ended]);
      const owner = await ask(bus, 'GetConnectionUnixProcessID', name);
      if (owner !== by.pid) throw new Error(`${name} is owned by process ${owner} and not by ${by.spawnfile}`);
    } finally {
      bus.disconnect();
    }
  }

  async stop(): Promise<void> {
    const { started } = this;
    if (started !== null) process.kill(started, 'SIGKILL');
    await end(this.#daemon);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** It says its address when it listens: its socket is there a moment earlier, and refuses. */
  async #run(config: string): Promise<void> {
    const args = [config, '--nofork', '--nopidfile', '--print-address', `--address=${this.address}`];
    const daemon = spawn('dbus-daemon', args, { env: this.env, stdio: ['ignore', 'pipe', 'ignore'] });
    this.#daemon = daemon;
    const ended = once(daemon, 'exit').then(([status]) => {
      throw new Error(`dbus-daemon ended with ${status}`);
    });
    ended.catch(() => {});
    await Promise.race([once(daemon.stdout, 'data'), ended]);
  }
}

async function ask(bus: MessageBus, member: string, text: string): Promise<unknown> {
  return (await bus.call(new Message({ ...BUS, member, signature: 's', body: [text] })))?.body[0];
}

async function hasOwner(bus: MessageBus, name: string): Promise<void> {
  const taken = new Promise<void>((resolve) => {
    bus.on('message', ({ member, body }: Message) => {
      if (member === 'NameOwnerChanged' && body[0] === name && body[2] !== '') resolve();
    });
  });
  await ask(bus, 'AddMatch', `type='signal',interface='${BUS.interface}',member='NameOwnerChanged',arg0='${name}'`);
  if ((await ask(bus, 'NameHasOwner', name)) !== true) await taken;
}

/** Ends a program, and resolves when it has gone. */
export async function end(child: ChildProcess | null | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}
