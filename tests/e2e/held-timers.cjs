// Loaded before the app: what it gives itself a second or longer for takes hours. What it does nevertheless has not waited
// for a limit to pass, however slow the machine.
const { setTimeout: usual } = globalThis;
globalThis.setTimeout = (then, ms, ...rest) => usual(then, ms < 1_000 ? ms : 4 * 3_600_000, ...rest);
