import type { ManifestAccount, SealedManifest } from '../organization/manifest.ts';
import { lostLine } from '../organization/manifest.ts';
import { escapeText } from '../text/escape.ts';
import { say } from './say.ts';

/**
 * Who names an account expects it to be read: of each that the plan skips it is said that it is not.
 * @param own the accounts that were chosen
 * @returns whether there is one
 */
export function tellSkipped(own: readonly ManifestAccount[], named: readonly string[]): boolean {
  const passedOver = own.filter(({ id, skip }) => skip !== undefined && named.includes(id));
  for (const { id, name, skip } of passedOver)
    say(escapeText(`audit: ${id} ${name}: not read, because the plan skips it (${skip ?? ''}): plan anew to have it`));
  return passedOver.length > 0;
}

/** Says which profiles of a plan lead to no account that is known. @returns whether there is one */
export function tellLost({ lost = [] }: Pick<SealedManifest, 'lost'>): boolean {
  for (const each of lost) {
    say(escapeText(`audit: ${lostLine(each)}`));
    if (each.hint !== undefined) say(escapeText(each.hint));
  }
  if (lost.length > 0) say('Plan anew when it lets us in.');
  return lost.length > 0;
}
