import type { HeldFramework, OrganizationResult } from '../../../src/organization/merge/model.ts';
import { counted } from '../../text.ts';
import { frameworkName, requirementsText, someOf } from '../words.ts';
import { matrixPath, most } from './context.ts';
import type { Html } from './layout.ts';
import { html, left, tableOf } from './layout.ts';

/** What the accounts below a unit, or one account, meet of each framework. Its links lead to the matrices. */
export function requirementsPart({ compliance }: OrganizationResult, held: readonly HeldFramework[]): Html {
  if (held.length === 0) return html``;
  return html`<h2>Requirements</h2>
    ${tableOf(
      'Requirements',
      [left('Framework'), left('Held against'), left('Status'), left('Not met')],
      held.map((framework) => {
        const at = compliance.findIndex(({ key, hash }) => key === framework.key && hash === framework.hash);
        const numbers = new Map(compliance[at]?.requirements.map(({ id, number = id }) => [id, number]));
        return [
          html`<a href="../${matrixPath(framework, at)}">${frameworkName(framework)}</a>`,
          counted(framework.accounts, 'account'),
          requirementsText(framework.summary),
          someOf(
            framework.notMet.map((id) => numbers.get(id) ?? id),
            most.gaps,
          ),
        ];
      }),
    )}`;
}
