/** Programs that the doctor has looked for. */
import type { FailureTexts } from '../../failure-texts.ts';

export const programs: FailureTexts<'programs'> = {
  'programs.git-too-old': {
    cause:
      'git {version} does not know a credential helper for a pattern of hosts, so it never asks Daypass for CodeCommit.',
    fix: 'Install git 2.26 or later; another git that is newer may already be further back on the PATH.',
  },
  'programs.git-older': {
    cause:
      'git {version} asks Daypass. Before 2.29 it has no client of its own to ask it with, so each password takes a little longer; before 2.40 its other helpers do not learn when a password ends.',
    fix: 'Nothing to do; a newer git does better.',
  },
  'programs.git-differs': {
    cause: 'This terminal runs git {terminal}, Daypass {app}. Each may have a system configuration of its own.',
    fix: 'Nothing to do if both work. Otherwise remove one, or change the order of the PATH.',
  },
  'programs.no-remote-helper': {
    cause:
      "git-remote-codecommit is not installed. For an address such as codecommit::REGION://NAME git says “git: 'remote-codecommit' is not a git command”.",
    fix: 'Set up git: Daypass brings its own, and git finds it wherever it is started from.',
  },
  'programs.remote-helper-unseen': {
    cause:
      "git-remote-codecommit is installed as {path}, in a folder that is not on the PATH of {reason}. There, git says “git: 'remote-codecommit' is not a git command”.",
    fix: 'Set up git: Daypass brings its own, which needs no PATH. Or put the folder on the PATH, also on that of the desktop’s programs.',
  },
  'programs.no-daypass': {
    cause: 'The command “daypass” is not on this terminal’s PATH.',
    fix: 'export PATH="{folder}:$PATH" in the file that your shell reads at its start.',
  },
  'programs.other-daypass': {
    cause:
      '“daypass” in this terminal is {path}, which is not the one of the Daypass that runs ({own}): another version, or another folder.',
    fix: 'Remove that one, or put {folder} in front of the PATH.',
  },
  'programs.two-homes': {
    cause:
      'Daypass runs in {own}, and there is another folder of it, {other}. A program that does not have the same DAYPASS_HOME asks the other one.',
    fix: 'Set DAYPASS_HOME everywhere or nowhere: in your shell’s start file and for the desktop; delete the folder that is not needed.',
  },
};
