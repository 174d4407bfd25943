import type { Check } from '../engine/check.ts';
import { selectChecks } from '../engine/select.ts';
import type { Setup } from './setup.ts';

/** The check whose run draws the picture of attack paths. */
export const picturedCheck = 'iam-principal-no-path-to-administrator';

/** The checks of which the page of attack paths is drawn. */
const drawn: ReadonlySet<string> = new Set([picturedCheck, 'iam-public-endpoint-no-path-to-administrator']);

/**
 * Those that were left out for a framework alone: what an account's attack paths are does not depend on which requirements are asked
 * about. Whoever selects by anything else says what is to be looked at. Only pages (HTML, PDF) take them: what that reads beside is
 * told by `audit plan` and allowed by `audit policy`.
 */
export function drawnBeside({
  all,
  selected,
  selection,
}: Pick<Setup, 'all' | 'selected' | 'selection'>): readonly Check[] {
  const { frameworks = [], ...others } = selection;
  if (frameworks.length === 0) return [];
  const judged = new Set(selected.map(({ id }) => id));
  return selectChecks(all, others).filter(({ id }) => drawn.has(id) && !judged.has(id));
}
