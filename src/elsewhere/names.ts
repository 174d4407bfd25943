import type { Same } from '../engine/check.ts';

/** Tools whose names of controls the catalogue knows. */
export type Tool = Exclude<keyof Same, 'cis'>;

/**
 * A name of Trusted Advisor's without what people and AWS itself write differently: its API has a hyphen where its documentation has a
 * dash (`Security Groups - Specific Ports Unrestricted`), and other capitals.
 */
export const advisorName = (name: string): string =>
  name
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();

export const tools: readonly Tool[] = ['prowler', 'securityhub', 'cloudsploit', 'trustedadvisor'];
