import type { OrganizationResult } from '../../../src/organization/merge/model.ts';
import { accountPage } from './account-page.ts';
import { contextOf, matrixPath, unitPath } from './context.ts';
import { matrixPage } from './matrix-page.ts';
import { organizationPage } from './organization-page.ts';
import { unitPage } from './unit-page.ts';

export interface HtmlFile {
  /** Below the report's folder. */
  readonly path: string;
  readonly text: string;
}

/**
 * A page for each account and unit, the matrices, and the organization's own, which comes last. Each of bounded size, none needing
 * a network or a server; they link each other by relative names.
 */
export async function* pages(result: OrganizationResult): AsyncGenerator<HtmlFile> {
  const context = contextOf(result);
  for await (const details of result.details())
    yield { path: `accounts/${details.line.id}.html`, text: accountPage(context, details) };
  for (const unit of result.units) yield { path: unitPath(unit), text: unitPage(context, unit) };
  for (const [at, framework] of result.compliance.entries())
    yield { path: matrixPath(framework, at), text: matrixPage(context, framework) };
  yield { path: 'index.html', text: organizationPage(context) };
}
