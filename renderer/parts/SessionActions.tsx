/** How programs are given a session that stands: a terminal with it, or its variables for one that is open. */
import { useState } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import type { Shell } from '../../electron/core/aws/shell-syntax.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { useAtOnce } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';
import { useCall } from './use-call.ts';
import { useCopy } from './use-copy.ts';

/** As people call them. */
const SHELLS: readonly (readonly [shell: Shell, name: string])[] = [
  ['sh', 'bash, zsh'],
  ['fish', 'fish'],
  ['powershell', 'PowerShell'],
  ['cmd', 'cmd'],
];

export function SessionActions({ profile: { id } }: { profile: ProfileView }) {
  const { api, texts } = useAtOnce();
  const terminal = useCall(api.openTerminal);
  const [shell, setShell] = useState<Shell>('sh');
  const { copy, copied, failure } = useCopy(api.copyEnvironment);
  const failed = failure ?? terminal.failure;
  const copyFor = (wanted: Shell, unmarked: boolean) => {
    setShell(wanted);
    void copy({ profile: id, shell: wanted, unmarked });
  };
  return (
    <>
      <div className="button-pair">
        <button
          type="button"
          className="button"
          data-first
          disabled={terminal.pending}
          onClick={() => terminal.run({ profile: id })}
        >
          <Icon name="terminal" />
          {texts.signIn.openTerminal}
        </button>
        <Menu
          className="button"
          side="end"
          items={SHELLS.map(([wanted, name]) => ({
            key: wanted,
            label: fill(texts.signIn.copyFor, { shell: name }),
            run: () => copyFor(wanted, false),
          }))}
        >
          <Icon name={copied ? 'check' : 'copy'} />
          {texts.signIn.copyEnvironment}
          <Icon name="down" />
        </Menu>
      </div>
      <p className="said" role="status">
        {copied && texts.signIn.copied}
      </p>
      {failed && (
        <FailureBox
          failure={failed}
          profile={id}
          onTryAgain={() => (failure ? copyFor(shell, false) : void terminal.run({ profile: id }))}
          onCopyUnmarked={() => copyFor(shell, true)}
        />
      )}
    </>
  );
}
