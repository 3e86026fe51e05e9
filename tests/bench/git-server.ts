// The app's side of git in a process of its own, so that what is measured does not share its thread with the measuring.
import { GitHome } from '../integration/git-home.ts';

const home = new GitHome();
home.signIn('work');
await home.startApp();
await home.setup().apply('set-up');
process.stdout.write(`${home.home}\n`);
process.stdin.resume().on('end', () => void home.remove().then(() => process.exit(0)));
