/** Whether this Windows is Wine, which does some things otherwise: they are named in assets/docs/windows.md. */
export const isWine = process.env.DAYPASS_WINE !== undefined;
