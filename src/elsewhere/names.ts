import type { Same } from '../engine/check.ts';

/** Tools whose names of controls the catalogue knows. */
export type Tool = Exclude<keyof Same, 'cis'>;

export const tools: readonly Tool[] = ['prowler', 'securityhub', 'cloudsploit', 'trustedadvisor'];
