/** What has a command of AWS's use a profile. No shell takes apart what a profile may be called. */
export const profileOption = (name: string): string => `--profile ${name}`;
