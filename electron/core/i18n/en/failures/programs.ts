/** Programs that the doctor has looked for. */
import type { FailureTexts } from '../../failure-texts.ts';

export const programs: FailureTexts<'programs'> = {
  'programs.git-too-old': {
    cause:
      'git {version} doesn’t support credential helpers for host patterns, so it never asks Daypass for CodeCommit.',
    fix: 'Install git 2.26 or later. A newer git may already be further back on the PATH.',
  },
  'programs.git-older': {
    cause:
      'git {version} works with Daypass. Before 2.29, each password takes a little longer; before 2.40, other helpers don’t learn when a password expires.',
    fix: 'Nothing to do. A newer git works better.',
  },
  'programs.git-differs': {
    cause: 'This terminal runs git {terminal}, Daypass runs {app}. Each may have its own system configuration.',
    fix: 'Nothing to do if both work. Otherwise, remove one or change the order of the PATH.',
  },
  'programs.no-remote-helper': {
    cause:
      "git-remote-codecommit isn’t installed. For URLs such as codecommit::REGION://NAME, git says “git: 'remote-codecommit' is not a git command”.",
    fix: 'Set up git. Daypass has its own, which git always finds.',
  },
  'programs.remote-helper-unseen': {
    cause:
      "git-remote-codecommit is installed as {path}, in a folder that isn’t on the PATH of {reason}. There, git says “git: 'remote-codecommit' is not a git command”.",
    fix: 'Set up git: Daypass has its own, which needs no PATH. Or add the folder to the PATH, also for desktop programs.',
  },
  'programs.no-daypass': {
    cause: 'The command “daypass” isn’t on this terminal’s PATH.',
    fix: 'Add export PATH="{folder}:$PATH" to your shell’s startup file.',
  },
  'programs.other-daypass': {
    cause:
      '“daypass” in this terminal is {path}, not the one of the running Daypass ({own}): another version, or another folder.',
    fix: 'Remove it, or put {folder} first on the PATH.',
  },
  'programs.two-homes': {
    cause:
      'Daypass uses {own}, but another Daypass folder exists: {other}. Programs without the same DAYPASS_HOME ask the other one.',
    fix: 'Set DAYPASS_HOME everywhere or nowhere: in your shell’s startup file and for the desktop. Delete the folder you don’t need.',
  },
};
